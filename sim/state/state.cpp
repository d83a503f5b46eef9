#include "state/state.h"

#include <xxhash.h>

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <span>
#include <type_traits>

namespace linli {
namespace {

/// Feeds values to the hash, member by member where padding could carry chance bytes.
class Hasher {
 public:
  Hasher() { XXH3_128bits_reset(state_.get()); }

  template <class T>
  requires std::is_arithmetic_v<T> || std::is_enum_v<T>
  void add(T value) { XXH3_128bits_update(state_.get(), &value, sizeof value); }
  template <class Entity>
  void add(Id<Entity> id) {
    add(id.row);
  }
  template <class T>
  void add(std::span<const T> values) {
    if constexpr (std::has_unique_object_representations_v<T> || std::is_floating_point_v<T>)
      XXH3_128bits_update(state_.get(), values.data(), values.size_bytes());
    else
      for (const T& value : values) add(value);
  }
  template <class T>
  void add(const std::vector<T>& values) {
    add(values.size());
    add(std::span<const T>(values));
  }
  template <class Entity, class T>
  void add(const Column<Entity, T>& column) {
    add(column.size());
    add(column.values());
  }
  template <class T>
  void add(const CalendarQueue<T>& queue) {
    queue.for_each([&](const T& item) { add(item); });
  }
  void add(const Eigen::ArrayXf& values) {
    add(std::span<const float>(values.data(), static_cast<std::size_t>(values.size())));
  }

  void add(const Attitude& a) { add(a.strain), add(a.trust), add(a.ties), add(a.day); }
  void add(const Nature& nature) {
    add(nature.impulsivity()), add(nature.age()), add(nature.is_male()), add(nature.is_migrant());
    add(nature.is_vacant()), add(nature.in_custody()), add(nature.in_reentry()), add(nature.releases());
  }
  void add(const Household& h) { add(h.tenure), add(h.rental_class), add(h.in_estate), add(h.in_village); }
  void add(const WakeUp& w) { add(w.time), add(w.dispute), add(w.number); }
  void add(const Resident& r) { add(r.person), add(r.luck); }
  void add(const Reentry& r) { add(r.person), add(r.luck), add(r.releases); }
  void add(const Release& r) { add(r.person), add(r.station); }
  void add(const OfficerRow& o) { add(o.duty), add(o.auxiliary), add(o.on_duty), add(o.place), add(o.busy_until); }
  void add(const Dispute& d) {
    add(d.number);
    if (d.number == 0) return;
    add(d.luck), add(d.clock), add(d.wakes), add(d.queued), add(d.complainant), add(d.opponent), add(d.respondent);
    add(d.mediator), add(d.wake_number), add(d.steps), add(d.severity), add(d.opened), add(d.complainant_generation);
    add(d.opponent_generation), add(d.type), add(d.stage), add(d.settled_at), add(d.cause), add(d.intensity),
        add(d.peak_intensity);
    add(d.doors), add(d.meetings), add(d.violent_events), add(d.waiting), add(d.aided), add(d.pending),
        add(d.diverted_from);
    add(d.reopened), add(d.hard), add(d.online), add(d.on_paper), add(d.has_appointment), add(d.at_studio);
  }
  void add(const MediatorRow& m) {
    add(m.post), add(m.full_time), add(m.in_service), add(m.position), add(m.at_work_on), add(m.appointed);
  }
  void add(const Bench& bench) { add(bench.free_at); }
  void add(const Post& post) {
    add(post.place), add(post.stage), add(post.specialty), add(post.is_studio), add(post.weight), add(post.mediators);
    for (const auto& queue : post.queue)
      for (const WakeUp& entry : queue) add(entry);
  }
  void add(const Hidden& hidden) { add(hidden.until), add(hidden.dispute), add(hidden.number); }
  void add(const Search& search) { add(search.done), add(search.hidden); }
  void add(const Docket& docket) {
    add(docket.disputes), add(docket.free_rows), add(docket.wake_ups), add(docket.mediators), add(docket.posts);
    add(std::span<const float>(docket.skill.data(), static_cast<std::size_t>(docket.skill.size())));
    add(docket.arbitration), add(docket.court), add(docket.petition), add(docket.last_number);
    for (const auto& [respondent, disputes] : docket.pools) add(respondent), add(disputes);
    add(docket.searches);
  }
  void add(const OffenceRecord& r) {
    add(r.number), add(r.grid), add(r.type), add(r.harm), add(r.recorded), add(r.reported), add(r.loss),
        add(r.committed);
  }
  void add(const Case& work) {
    add(work.offence.record), add(work.offence.offender), add(work.offence.victim), add(work.offence.luck);
    add(work.hours_left), add(work.response_minutes);
  }
  void add(const Station& station) {
    add(station.officers), add(station.last_number), add(station.in_custody), add(station.known_offences);
    add(station.known_cleared);
    for (const auto& cases : station.cases)
      for (const Case& work : cases) add(work);
    for (const HandedOver& handed : station.handed_over) add(handed.dispute), add(handed.number);
  }
  void add(const PredatoryGroup& group) {
    add(group.town), add(group.territory.first), add(group.territory.last), add(group.members), add(group.exposure);
    add(group.number);
  }
  void add(const Incident& incident) {
    add(incident.respondent), add(incident.ends), add(incident.record.number), add(incident.record.participants);
  }
  void add(const Collective& collective) {
    for (const Incident& incident : collective.going_on) add(incident);
    for (const Resolution& resolution : collective.resolutions) add(resolution.respondent), add(resolution.response);
    add(collective.demonstration), add(collective.last_number);
  }
  void add(const Rumour& rumour) {
    add(rumour.number), add(rumour.about), add(rumour.arose), add(rumour.answered), add(rumour.denied_wrongly);
    add(rumour.believers), add(rumour.luck);
  }
  void add(const Rumours& rumours) { add(rumours.about), add(rumours.last_number), add(rumours.believers); }
  void add(const RoundsInGrid& rounds) {
    add(rounds.worker_visits), add(rounds.leader_visits), add(rounds.inspections), add(rounds.social_visits);
  }
  template <class Enum, class T>
  void add(const PerKind<Enum, T>& values) {
    add(std::span<const T>(values));
  }
  void add(const Hazards& hazards) { add(hazards.open), add(hazards.found); }
  void add(const TiesMemory& memory) { add(memory.everybody), add(memory.migrants), add(memory.associations); }
  void add(const Streets& streets) {
    for (const auto& base : streets.base) add(base);
    for (const auto& boost : streets.boost) add(boost);
    add(streets.patrol_minutes), add(streets.guardianship), add(streets.solved), add(streets.stops), add(streets.hot);
  }
  void add(const Levers& levers) {
    for (Id<Town> town : all_rows<Town>(levers.towns()))
      for (std::size_t lever = 0; lever < lever_list().size(); ++lever)
        add(levers.value(town, static_cast<int>(lever)));
  }

  std::string digits() const {
    const XXH128_hash_t hash = XXH3_128bits_digest(state_.get());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
  }

 private:
  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  std::unique_ptr<XXH3_state_t, Free> state_{XXH3_createState()};
};

template <class T>
std::string hash_of_one(const T& value) {
  Hasher hasher;
  hasher.add(value);
  return hasher.digits();
}

}  // namespace

void YearOfCounts::add(double today) {
  constexpr std::size_t window = 365;
  by_day.push_back(today);
  sum += today - (by_day.size() > window ? by_day[by_day.size() - 1 - window] : 0.0);
}

double YearOfCounts::per_year() const {
  return sum * 365.0 / std::clamp<double>(static_cast<double>(by_day.size()), 1.0, 365.0);
}

void TodaysEvents::clear() {
  closures.clear();
  rounds_effects.clear();
  economy_effects.clear();
  moves.clear();
  migration_effects.clear();
  onsets.clear();
  grievance_effects.clear();
  dispute_offences.clear();
  dispute_effects.clear();
  predation_offences.clear();
  offences.clear();
  calls.clear();
  police_effects.clear();
  scrutiny_effects.clear();
  collective_effects.clear();
  rumour_effects.clear();
  hazard_effects.clear();
  self_harm_effects.clear();
  std::fill(hot_spots.begin(), hot_spots.end(), std::uint8_t{0});
  std::fill(put_on_record.begin(), put_on_record.end(), 0u);
  std::fill(bounds_exceeded.begin(), bounds_exceeded.end(), 0u);
}

State::State(Day days, std::size_t towns, std::size_t grids)
    : vacant(towns),
      residents_by_group(towns),
      employers_of(towns),
      reopenings(days),
      job_searches(days),
      newcomers(days),
      ties_memory(towns),
      rounds(grids),
      rounds_record(grids),
      warnings_memory(towns),
      dockets(towns),
      stations(towns),
      releases(days),
      reentry_ends(days),
      counselling(towns),
      today(grids, towns),
      daily(towns, daily_indicators),
      weekly(grids, weekly_indicators),
      panel(towns, panel_indicators) {
  residents_of.resize(grids);
  employers.in_arrears.resize(towns);
  collective.demonstration.resize(towns);
  rumours.believers.resize(towns);
  hazards.open.resize(grids);
  hazards.found.resize(grids);
  hazards.exposed.resize(grids);
  hazards.rented.resize(grids);
  hazards.premises.resize(grids);
  for (Docket& docket : dockets) docket.wake_ups = CalendarQueue<WakeUp>(days);
}

std::vector<std::pair<std::string, std::string>> hash_by_column(const State& s) {
  return {
      {"levers", hash_of_one(s.levers)},
      {"persons.home", hash_of_one(s.persons.home)},
      {"persons.household", hash_of_one(s.persons.household)},
      {"persons.generation", hash_of_one(s.persons.generation)},
      {"persons.nature", hash_of_one(s.persons.nature)},
      {"persons.employer", hash_of_one(s.persons.employer)},
      {"persons.desk", hash_of_one(s.persons.desk)},
      {"persons.attitude", hash_of_one(s.persons.attitude)},
      {"persons.last_victimised", hash_of_one(s.persons.last_victimised)},
      {"households.first", hash_of_one(s.households.first)},
      {"households.facts", hash_of_one(s.households.facts)},
      {"persons.heard", hash_of_one(s.persons.heard)},
      {"vacant", hash_of_one(s.vacant)},
      {"residents_by_group", hash_of_one(s.residents_by_group)},
      {"employers.sector", hash_of_one(s.employers.sector)},
      {"employers.grid", hash_of_one(s.employers.grid)},
      {"employers.reluctance", hash_of_one(s.employers.reluctance)},
      {"employers.solvency", hash_of_one(s.employers.solvency)},
      {"employers.arrears_since", hash_of_one(s.employers.arrears_since)},
      {"employers.inspected", hash_of_one(s.employers.inspected)},
      {"employers.warned", hash_of_one(s.employers.warned)},
      {"employers.open", hash_of_one(s.employers.open)},
      {"employers.in_arrears", hash_of_one(s.employers.in_arrears)},
      {"employers.filled", hash_of_one(s.employers.filled)},
      {"employers.worker", hash_of_one(s.employers.worker)},
      {"reopenings", hash_of_one(s.reopenings)},
      {"job_searches", hash_of_one(s.job_searches)},
      {"newcomers", hash_of_one(s.newcomers)},
      {"ties_memory", hash_of_one(s.ties_memory)},
      {"rounds", hash_of_one(s.rounds)},
      {"rounds_record", hash_of_one(s.rounds_record)},
      {"warnings_memory", hash_of_one(s.warnings_memory)},
      {"counselling", hash_of_one(s.counselling)},
      {"dockets", hash_of_one(s.dockets)},
      {"stations", hash_of_one(s.stations)},
      {"releases", hash_of_one(s.releases)},
      {"reentry_ends", hash_of_one(s.reentry_ends)},
      {"streets", hash_of_one(s.streets)},
      {"predatory_groups", hash_of_one(s.predatory_groups)},
      {"collective", hash_of_one(s.collective)},
      {"rumours", hash_of_one(s.rumours)},
      {"hazards", hash_of_one(s.hazards)},
  };
}

std::string hash_of(const State& state) {
  Hasher all;
  for (const auto& [name, digits] : hash_by_column(state)) all.add(std::span<const char>(digits.data(), digits.size()));
  all.add(state.day);
  all.add(state.events);
  return all.digits();
}

}  // namespace linli
