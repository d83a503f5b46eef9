#include "processes/mediation.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace linli {
namespace {

constexpr double people_per_rate = 10000.0;
constexpr double working_days_per_year = 250.0;
constexpr Day long_ago = 3650;  // [days] since the first mediators were appointed
constexpr int grave_intensity = 6;
constexpr int tense_intensity = 3;
constexpr Day longest_work = 366;  // later than that it never ends

int intensity_class(int intensity) {
  return intensity >= grave_intensity ? 0 : intensity >= tense_intensity ? 1 : 2;
}

std::size_t posts_at(double rate, double residents) {
  return static_cast<std::size_t>(std::lround(rate * residents / people_per_rate));
}

std::size_t count_in_service(const Docket& docket, const Post& post, bool full_time) {
  return static_cast<std::size_t>(std::count_if(post.mediators.begin(), post.mediators.end(), [&](Id<Mediator> m) {
    return docket.mediators[m].in_service && docket.mediators[m].full_time == full_time;
  }));
}

/// Seats over weights by highest averages (Sainte-Lague).
std::vector<std::size_t> seats(std::span<const Post> posts, std::size_t total) {
  std::vector<std::size_t> given(posts.size(), 0);
  auto average = [&](std::size_t i) { return posts[i].weight / (2.0 * static_cast<double>(given[i]) + 1.0); };
  for (std::size_t seat = 0; seat < total && !posts.empty(); ++seat) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < posts.size(); ++i)
      if (average(i) > average(best)) best = i;
    ++given[best];
  }
  return given;
}

double mean_skill(const Parameters::Ladder& ladder, const Post& post, bool full_time, DisputeType type) {
  if (post.is_studio) return ladder.studio_skill;
  const bool own = post.stage == Stage::sector && specialty_of[type] == post.specialty;
  return own ? ladder.specialist_skill : full_time ? ladder.full_time_skill : 0.0;
}

/// Skills of a newly appointed mediator: full-timers are better, specialists much better in their own field, those with
/// a studio in all.
void draw_skills(const Parameters::Ladder& ladder, const Post& post, bool full_time, Draws& draws,
                 Eigen::Ref<SkillMatrix> skills) {
  for (DisputeType type : every<DisputeType>()) {
    const double mean = mean_skill(ladder, post, full_time, type);
    skills(0, static_cast<Eigen::Index>(type)) = static_cast<float>(normal(draws, mean, ladder.skill_deviation));
  }
}

/// The key of a mediator's luck: it stays with the place in the post, however many others there are.
std::uint64_t luck_of(Id<Town> seat, const MediatorRow& row) {
  const auto place = std::uint32_t{row.post} << 16 | static_cast<std::uint32_t>(row.full_time) << 15 | row.position;
  return std::uint64_t{seat.row} << 32 | place;
}

void appoint(const Today& today, Id<Town> seat, MediatorRow row, Docket& docket) {
  const std::size_t post = row.post;
  const bool full_time = row.full_time;
  Draws draws(today.seed(), Purpose::synthesis_staff, luck_of(seat, row), 0);
  docket.skill.conservativeResize(docket.skill.rows() + 1, Eigen::NoChange);
  draw_skills(today.parameters().ladder, docket.posts[post], full_time, draws, docket.skill.bottomRows<1>());
  docket.posts[post].mediators.push_back(docket.mediators.push_back(row));
}

/// The last appointed go first; a case in hand is finished.
void dismiss(std::size_t post, bool full_time, Docket& docket) {
  std::vector<Id<Mediator>>& mediators = docket.posts[post].mediators;
  const auto last = std::find_if(mediators.rbegin(), mediators.rend(), [&](Id<Mediator> m) {
    return docket.mediators[m].in_service && docket.mediators[m].full_time == full_time;
  });
  docket.mediators[*last].in_service = false;
  mediators.erase(std::next(last).base());
}

/// Fills the posts of one seat, with people appointed on a given day.
class Staffer {
 public:
  Staffer(const Today& today, Id<Town> seat, Day appointed, Docket& docket)
      : today_(today), seat_(seat), appointed_(appointed), docket_(docket), places_(docket.places()) {}

  void staff(const Staffing& wanted) {
    docket_.staffing = wanted;
    staff_committees(wanted);
    staff_post(places_.centre(), true, wanted.at_centre);
    staff_sectors(wanted);
    staff_post(places_.desk(), true, wanted.desk);
    staff_post(places_.studios(), true, wanted.studios);
  }

 private:
  void staff_post(std::size_t post, bool full_time, std::size_t wanted) {
    std::size_t there = count_in_service(docket_, docket_.posts[post], full_time);
    for (; there < wanted; ++there)
      appoint(today_, seat_,
              {.post = static_cast<std::uint16_t>(post),
               .full_time = full_time,
               .position = static_cast<std::uint16_t>(there),
               .appointed = appointed_},
              docket_);
    for (; there > wanted; --there) dismiss(post, full_time, docket_);
  }

  void staff_committees(const Staffing& wanted) {
    const std::span<const Post> committees(docket_.posts.data(), places_.committees);
    const auto full = seats(committees, wanted.full_time - wanted.at_centre);
    const auto part = seats(committees, wanted.part_time);
    for (std::size_t post = 0; post < committees.size(); ++post) {
      staff_post(post, true, full[post]);
      staff_post(post, false, part[post]);
    }
  }

  /// The committees' specialists, and among those for labour and family the mediators of union, league and federation.
  void staff_sectors(const Staffing& wanted) {
    const std::span<const Post> posts(docket_.posts.data() + places_.sector(Specialty{}), specialties.size());
    std::vector<std::size_t> specialists = seats(posts, wanted.sector);
    specialists[static_cast<std::size_t>(Specialty::labour)] += (wanted.groups + 1) / 2;
    specialists[static_cast<std::size_t>(Specialty::family)] += wanted.groups / 2;
    for (Specialty field : every<Specialty>())
      staff_post(places_.sector(field), true, specialists[static_cast<std::size_t>(field)]);
  }

  const Today& today_;
  Id<Town> seat_;
  Day appointed_;
  Docket& docket_;
  PostPlaces places_;
};

Staffing staffing_of(const LeverValues& levers, double residents) {
  const LeverValues::Mediation& mediation = levers.mediation;
  return {posts_at(mediation.full_time, residents),
          posts_at(mediation.part_time, residents),
          posts_at(mediation.full_time * mediation.town_share, residents),
          posts_at(mediation.sector, residents),
          posts_at(levers.police.desk, residents),
          posts_at(mediation.studios, residents),
          posts_at(mediation.groups, residents)};
}

/// Entries of those who gave up, went elsewhere or came again are void.
bool still_waits(const Docket& docket, const WakeUp& entry) {
  const Dispute& dispute = docket.disputes[entry.dispute];
  return dispute.number == entry.number && dispute.waiting && dispute.queued == entry.time;
}

}  // namespace

bool staff_posts(const Today& today, Id<Town> seat, double residents, Docket& docket) {
  const bool first = docket.mediators.size() == 0;
  if (first) Staffer(today, seat, -long_ago, docket).staff(staffing_of(today.setting.scenario.levers, residents));
  const Staffing wanted = staffing_of(today.in_force_at_offices(seat), residents);
  if (wanted == docket.staffing) return first;
  Staffer(today, seat, today.day, docket).staff(wanted);
  return true;
}

double replace_mediators(const Today& today, Id<Town> seat, Docket& docket) {
  const double chance = 1.0 - std::exp(-today.in_force_at_offices(seat).mediation.turnover / days_per_year);
  double quit = 0.0;
  for (Id<Mediator> mediator : all_rows<Mediator>(docket.mediators.size())) {
    MediatorRow& row = docket.mediators[mediator];
    if (!row.full_time || !row.in_service) continue;
    Draws draws = today.draws(Purpose::turnover, luck_of(seat, row));
    if (!happens(draws, chance)) continue;
    row.appointed = today.day;
    draw_skills(today.parameters().ladder, docket.posts[row.post], true, draws, docket.skill.row(mediator.row));
    quit += 1.0;
  }
  return quit;
}

std::size_t post_for(const Today& today, const Docket& docket, Id<Grid> home, Stage stage, DisputeType type) {
  if (stage == Stage::town_centre) return docket.places().centre();
  if (stage == Stage::sector) return docket.places().sector(specialty_of[type]);
  if (stage == Stage::police_desk) return docket.places().desk();
  const TownGraph& graph = today.graph();
  return graph.community_of[home].row - graph.communities_served[graph.seat_at(home)].first.row;
}

Id<Mediator> free_mediator(const Docket& docket, const Post& post, const WorkingHours& hours) {
  Id<Mediator> found;
  for (Id<Mediator> mediator : post.mediators) {
    const MediatorRow& row = docket.mediators[mediator];
    if (row.at_work_on || hours.of(row) <= 0.0) continue;
    if (row.full_time) return mediator;
    if (!found) found = mediator;
  }
  return found;
}

bool has_hours(const Docket& docket, const Post& post, const WorkingHours& hours) {
  return std::ranges::any_of(post.mediators,
                             [&](Id<Mediator> mediator) { return hours.of(docket.mediators[mediator]) > 0.0; });
}

void join_queue(Docket& docket, Post& post, Id<Dispute> id, Time now) {
  Dispute& dispute = docket.disputes[id];
  dispute.waiting = true;
  dispute.queued = now;
  ++docket.waiting_at[dispute.stage];
  post.queue[static_cast<std::size_t>(intensity_class(dispute.intensity))].push_back({now, id, dispute.number});
}

Id<Dispute> next_in_queue(Docket& docket, Post& post) {
  for (std::deque<WakeUp>& queue : post.queue)
    while (!queue.empty()) {
      const WakeUp entry = queue.front();
      queue.pop_front();
      if (!still_waits(docket, entry)) continue;
      Dispute& dispute = docket.disputes[entry.dispute];
      dispute.waiting = false;
      --docket.waiting_at[dispute.stage];
      return entry.dispute;
    }
  return {};
}

std::size_t waiting_for_studio(const Docket& docket) {
  std::size_t waiting = 0;
  for (const std::deque<WakeUp>& queue : docket.posts[docket.places().studios()].queue)
    waiting += static_cast<std::size_t>(
        std::count_if(queue.begin(), queue.end(), [&](const WakeUp& entry) { return still_waits(docket, entry); }));
  return waiting;
}

double hours_of(const Parameters::Ladder& ladder, const LeverValues::Mediation& levers, bool full_time) {
  const double by_subsidy = 1.0 + ladder.subsidy_hours * levers.subsidy / subsidy_unit;
  const double per_day = full_time ? levers.full_time_hours : levers.part_time_hours * by_subsidy;
  return std::max(0.0, per_day - levers.training / working_days_per_year);
}

Time end_of_work(const Today& today, const LeverValues::Mediation& levers, double hours_per_day, Time start,
                 double hours) {
  if (hours_per_day <= 0.0) return std::numeric_limits<double>::infinity();
  Day day = static_cast<Day>(start);
  const Day last = day + longest_work;
  for (double left = hours; day < last; ++day) {
    const double rate = hours_per_day * (today.setting.calendar.is_workday(day) ? 1.0 : levers.weekend_hours);
    const Time begins = std::max(start, static_cast<Time>(day));
    const double done = rate * (day + 1 - begins);
    if (done >= left) return begins + left / rate;
    left -= done;
  }
  return std::numeric_limits<double>::infinity();
}

double agreement_odds(const Parameters::Ladder& ladder, double skill, int intensity, double power_gap,
                      double trust_above_base, double age_days) {
  return ladder.agree_base + ladder.agree_skill * skill - ladder.agree_intensity * std::max(0, intensity - 2) -
         ladder.agree_power * power_gap + ladder.agree_trust * trust_above_base -
         ladder.agree_age * std::log(1.0 + age_days / 30.0);
}

}  // namespace linli
