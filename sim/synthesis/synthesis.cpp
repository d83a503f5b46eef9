#include "synthesis/synthesis.h"

#include "processes/blame.h"
#include "processes/hazard.h"
#include "state/groups.h"
#include "synthesis/jobs.h"
#include "synthesis/people.h"

namespace linli {
namespace {

constexpr double known_at_start = 200.0;  // offences' worth of experience behind the first perceived risk

/// A committee in every community, each serving its residents, and the seat's centre, studios, sector committees and
/// police desk. Mediators are appointed by mediation.h on the first day.
void open_posts(const Setting& setting, State& state) {
  const TownGraph& graph = setting.graph;
  for (Id<Town> seat : graph.seats) {
    Docket& docket = state.dockets[seat];
    docket.searches.resize(graph.grids_served[seat].size());
    const Range<Community> communities = graph.communities_served[seat];
    const PostPlaces places{communities.size()};
    docket.posts.resize(places.count());
    for (std::uint32_t i = 0; i < communities.size(); ++i) {
      double residents = 0.0;
      for (Id<Grid> grid : graph.grids_of_community[communities[i]])
        residents += static_cast<double>(graph.residents[grid]);
      docket.posts[i] = {.place = graph.office[communities[i]], .stage = Stage::community, .weight = residents};
    }
    const Id<Grid> centre = graph.centre[seat];
    docket.posts[places.centre()] = {.place = centre, .stage = Stage::town_centre, .weight = 1.0};
    docket.posts[places.studios()] = {.place = centre, .stage = Stage::town_centre, .is_studio = true, .weight = 1.0};
    for (Specialty field : every<Specialty>())
      docket.posts[places.sector(field)] = {.place = centre, .stage = Stage::sector, .specialty = field, .weight = 1.0};
    docket.posts[places.desk()] = {.place = centre, .stage = Stage::police_desk, .weight = 1.0};
  }
}

void count_residents(const Setting& setting, State& state) {
  for (Id<Person> person : all_rows<Person>(state.persons.size()))
    for (PopulationGroup group : groups_of(state.persons.nature[person]))
      ++state.residents_by_group[setting.graph.town_of[state.persons.home[person]]][group];
}

void open_stations(const Setting& setting, State& state) {
  for (Station& station : state.stations) {
    station.known_offences = known_at_start;
    station.known_cleared = known_at_start * setting.scenario.parameters.police.reference_risk;
  }
}

/// Attractiveness that stays: residents, and a log-normal difference between places.
void lay_streets(const Setting& setting, Streets& streets) {
  const auto grids = static_cast<Eigen::Index>(setting.graph.grids());
  double residents = 0.0;
  for (std::int64_t count : setting.graph.residents) residents += static_cast<double>(count);
  const double mean = residents / static_cast<double>(grids);
  const double deviation = setting.scenario.parameters.crime.attraction_deviation;
  for (std::size_t type = 0; type < placed_offence_types; ++type) {
    streets.base[type].resize(grids);
    streets.boost[type].setZero(grids);
    for (Id<Grid> grid : all_rows<Grid>(setting.graph.grids())) {
      Draws draws(setting.scenario.seed, Purpose::synthesis_place, std::uint64_t{type + 1} << 32 | grid.row, 1);
      streets.base[type][grid.row] = static_cast<float>(static_cast<double>(setting.graph.residents[grid]) / mean *
                                                        lognormal(draws, 0.0, deviation));
    }
  }
  streets.patrol_minutes.setZero(grids);
  streets.guardianship.setZero(grids);
  streets.solved.setZero(grids);
  streets.stops.setZero(grids);
  streets.hot.setZero(grids);
}

}  // namespace

State synthesise(const Setting& setting) {
  State state(setting.graph.towns.size(), setting.graph.grids());
  state.levers = Levers(setting.graph.towns.size(), setting.scenario.levers);
  for (double& reached : state.warnings_memory) reached = setting.scenario.levers.fraud.awareness;
  settle_people(setting, state);
  create_jobs(setting, state);
  state.persons.heard.resize(state.persons.size());
  count_residents(setting, state);
  const Scenario& scenario = setting.scenario;
  state.respondents = Respondents(state.employers.size(), setting.graph.communities(), setting.graph.towns.size(),
                                  ordinary_platforms + scenario.shocks.size(), scenario.facilities.size());
  open_posts(setting, state);
  open_stations(setting, state);
  lay_streets(setting, state.streets);
  lay_hazards({-1, setting, state.levers}, state);
  return state;
}

}  // namespace linli
