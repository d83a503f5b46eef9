#include "processes/blame.h"

#include <algorithm>

#include "processes/presence.h"

namespace linli {
namespace {

constexpr int attempts_to_meet_somebody = 8;
constexpr Day days_per_quarter = 91;
constexpr std::uint64_t city = std::uint64_t{1} << 63;  // key of draws that are no grid's

/// The chance that it is a person one is at odds with; otherwise it is an organisation.
constexpr PerKind<DisputeType, double> among_people = {{
    {DisputeType::labour_arrears, 0.0},
    {DisputeType::labour_other, 0.0},
    {DisputeType::neighbour, 1.0},
    {DisputeType::family, 1.0},
    {DisputeType::rental, 0.0},
    {DisputeType::property, 0.0},
    {DisputeType::consumer, 0.0},
    {DisputeType::lending, 0.5},
    {DisputeType::compensation, 0.5},
    {DisputeType::land, 0.0},
    {DisputeType::investment, 0.0},
    {DisputeType::siting, 0.0},
}};

/// Announced, and so many days after its day not yet decided.
bool is_open(const Facility& facility, Day day, double delay) {
  return facility.announced <= day && day < facility.decided + delay;
}

Id<Person> somebody_else(const Today& today, const State& state, Range<Person> among, Id<Person> person, Draws& draws) {
  for (int i = 0; i < attempts_to_meet_somebody; ++i) {
    const Id<Person> other = among[pick(draws, among.size())];
    if (other != person && state.persons.nature[other].is_adult() && is_here(today, state.persons, other)) return other;
  }
  return {};
}

Id<Person> opponent(const Today& today, const State& state, Id<Person> person, DisputeType type, Draws& draws) {
  const Id<Grid> home = state.persons.home[person];
  if (type == DisputeType::family)
    return somebody_else(today, state, state.households.members(state.persons.household[person]), person, draws);
  if (type != DisputeType::compensation) return somebody_else(today, state, state.residents_of[home], person, draws);
  const Range<Grid> around = today.graph().grids_served[today.graph().seat_at(home)];
  return somebody_else(today, state, state.residents_of[around[pick(draws, around.size())]], person, draws);
}

std::uint32_t platform(const Today& today, DisputeType type, Draws& draws) {
  const std::uint32_t any = pick(draws, ordinary_platforms);
  if (type != DisputeType::investment) return any;
  const Schemes schemes = schemes_of_quarter(today);
  return happens(draws, schemes.failing) ? schemes.platform : any;
}

Id<Respondent> organisation(const Today& today, const State& state, Id<Person> person, DisputeType type, Draws& draws) {
  const Respondents& all = state.respondents;
  const Id<Grid> home = state.persons.home[person];
  const Id<Community> community = today.graph().community_of[home];
  switch (type) {
    case DisputeType::labour_arrears:
    case DisputeType::labour_other:
      return all.employer(state.persons.employer[person]);
    case DisputeType::rental:
      return all.landlords(community, state.households.facts[state.persons.household[person]].rental_class);
    case DisputeType::property:
      return all.property_company(community);
    case DisputeType::land:
      return all.village_collective(community);
    case DisputeType::consumer:
      return all.merchants(community);
    case DisputeType::compensation:
      return all.clinic(today.graph().seat_at(home));
    case DisputeType::lending:
    case DisputeType::investment:
      return all.platform(platform(today, type, draws));
    case DisputeType::siting:
      return all.facility(*facility_near(today, home));
    default:
      return {};
  }
}

}  // namespace

bool any_facility_may_be_open(const Today& today) {
  const auto& facilities = today.setting.scenario.facilities;
  return std::any_of(facilities.begin(), facilities.end(), [&](const Facility& facility) {
    return is_open(facility, today.day, today.parameters().grievance.disclosure_delay);
  });
}

bool facility_is_open(const Today& today, std::size_t facility) {
  const double disclosure = today.levers[today.setting.town_of_facility[facility]].community.disclosure;
  return is_open(today.setting.scenario.facilities[facility], today.day,
                 today.parameters().grievance.disclosure_delay * disclosure);
}

std::optional<std::size_t> facility_near(const Today& today, Id<Grid> grid) {
  const auto& facilities = today.setting.scenario.facilities;
  const TownGraph& graph = today.graph();
  std::optional<std::size_t> nearest;
  double least_km = today.parameters().grievance.siting_distance;
  for (std::size_t i = 0; i < facilities.size(); ++i) {
    if (!today.setting.near_facility[i][grid.row] || !facility_is_open(today, i)) continue;
    const double km = distance_km(facilities[i].lon, facilities[i].lat, graph.lon[grid], graph.lat[grid]);
    if (km <= least_km) least_km = km, nearest = i;
  }
  return nearest;
}

Schemes schemes_of_quarter(const Today& today) {
  const Parameters::Grievance& grievance = today.parameters().grievance;
  Draws draws(today.seed(), Purpose::burst, city, static_cast<std::uint32_t>(today.day / days_per_quarter));
  const double share = grievance.burst_share, factor = grievance.burst_factor;
  const bool burst = happens(draws, share);
  const std::uint32_t platform = pick(draws, ordinary_platforms);
  const double otherwise = share < 1.0 ? std::max(0.0, 1.0 - share * factor) / (1.0 - share) : 0.0;
  return burst ? Schemes{factor, 1.0 - otherwise / factor, platform} : Schemes{otherwise, 0.0, platform};
}

void blame(const Today& today, const State& state, Draws& draws, Onset& onset) {
  if (happens(draws, among_people[onset.type]))
    onset.opponent = opponent(today, state, onset.complainant, onset.type, draws);
  else
    onset.respondent = organisation(today, state, onset.complainant, onset.type, draws);
}

}  // namespace linli
