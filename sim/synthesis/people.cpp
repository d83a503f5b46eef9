#include "synthesis/people.h"

#include <algorithm>
#include <boost/random/beta_distribution.hpp>

#include "core/parallel.h"
#include "processes/attitudes.h"
#include "synthesis/margins.h"

namespace linli {
namespace {

constexpr double mean_stay = 1500.0;       // [days] that migrants have been in the city
constexpr std::int16_t long_ago = -10000;  // [day]
constexpr std::uint32_t most_in_household = 8;

enum class Group { dormitory, hukou, migrant_family };

/// Fisher-Yates with draws of one word each.
template <class T>
void shuffle(std::vector<T>& items, Draws& draws) {
  for (std::size_t i = items.size(); i > 1; --i)
    std::swap(items[i - 1], items[pick(draws, static_cast<std::uint32_t>(i))]);
}

/// The residents of one status in a grid, shuffled: adults of working age, other adults, children.
struct Deck {
  std::vector<Trait> workers, elders, children;
};

Deck deck_of(const GridMargins& margins, bool migrant, Draws& draws) {
  Deck deck;
  for (bool male : {false, true})
    for (AgeBand age : every<AgeBand>()) {
      const LifeStage stage = life_stage_of(age);
      std::vector<Trait>& pile = stage == LifeStage::child   ? deck.children
                                 : stage == LifeStage::elder ? deck.elders
                                                             : deck.workers;
      pile.insert(pile.end(), static_cast<std::size_t>(margins.cells[cell_of(migrant, male, age)]), Trait{age, male});
    }
  shuffle(deck.workers, draws);
  shuffle(deck.elders, draws);
  shuffle(deck.children, draws);
  return deck;
}

/// A household as planned: so many people in it.
struct Plan {
  Group group;
  std::uint32_t size;
};

/// Households of a group with sizes 1 + Poisson(mean - 1), the last one cut to fit.
void plan_households(Group group, std::int64_t people, double mean_size, Draws& draws, std::vector<Plan>& plans) {
  while (people > 0) {
    const std::uint32_t size = std::min(most_in_household, 1 + poisson(draws, mean_size - 1.0));
    plans.push_back({group, static_cast<std::uint32_t>(std::min<std::int64_t>(people, size))});
    people -= plans.back().size;
  }
}

/// What synthesis knows of a grid before people are written down.
struct GridPlan {
  GridMargins margins;
  std::vector<Plan> households;
};

GridPlan plan_grid(const Setting& setting, const GridMargins& margins, Id<Grid> grid) {
  const Parameters::Population& population = setting.scenario.parameters.population;
  Draws draws(setting.scenario.seed, Purpose::synthesis_household, grid.row, 0);
  GridPlan plan{margins, {}};
  plan_households(Group::dormitory, margins.in_dormitories, population.dormitory_size, draws, plan.households);
  plan_households(Group::hukou, margins.hukou(), population.household_size, draws, plan.households);
  plan_households(Group::migrant_family, margins.migrants() - margins.in_dormitories, population.household_size, draws,
                  plan.households);
  return plan;
}

Household household_of(const Parameters::Population& population, Group group, Draws& draws) {
  constexpr double classes[] = {0.15, 0.30, 0.50, 0.70, 0.81, 0.92, 0.96, 1.0};  // cumulative shares, best first
  Household household;
  if (group == Group::dormitory) return household.tenure = Tenure::dormitory, household;
  const bool hukou = group == Group::hukou;
  household.tenure = happens(draws, hukou ? population.hukou_home_ownership : population.migrant_home_ownership)
                         ? Tenure::own
                         : Tenure::rent;
  const double position = unit(draws);
  if (household.tenure == Tenure::rent)
    household.rental_class = static_cast<std::uint8_t>(
        1 + (std::upper_bound(std::begin(classes), std::end(classes) - 1, position) - classes));
  household.in_estate = happens(draws, population.estate_share);
  household.in_village = hukou && happens(draws, population.village_share);
  return household;
}

/// Writes one grid's people.
class GridWriter {
 public:
  GridWriter(const Setting& setting, State& state, Id<Grid> grid, const GridPlan& plan, Id<Household> first)
      : setting_(setting),
        state_(state),
        grid_(grid),
        plan_(plan),
        next_household_(first.row),
        next_person_(state.residents_of[grid].first.row),
        draws_(setting.scenario.seed, Purpose::synthesis_person, grid.row, 0),
        hukou_(deck_of(plan.margins, false, draws_)),
        migrants_(deck_of(plan.margins, true, draws_)) {}

  void write() {
    std::size_t i = 0;
    for (Group group : {Group::dormitory, Group::hukou, Group::migrant_family}) {
      std::size_t end = i;
      while (end < plan_.households.size() && plan_.households[end].group == group) ++end;
      write_group(group, i, end);
      i = end;
    }
  }

 private:
  void write_group(Group group, std::size_t begin, std::size_t end) {
    Deck& deck = group == Group::hukou ? hukou_ : migrants_;
    std::size_t others = 0;
    for (std::size_t i = begin; i < end; ++i) others += plan_.households[i].size - 1;
    for (std::size_t i = begin; i < end; ++i) write_household(plan_.households[i], deck, others);
  }

  void write_household(const Plan& plan, Deck& deck, std::size_t& others_left) {
    const Id<Household> id(next_household_++);
    const Household household = household_of(setting_.scenario.parameters.population, plan.group, draws_);
    state_.households.first[id] = Id<Person>(next_person_);
    state_.households.facts[id] = household;
    for (std::uint32_t member = 0; member < plan.size; ++member) {
      const bool head = member == 0;
      const Trait trait = plan.group == Group::dormitory ? take(deck.workers) : draw_member(deck, head, others_left);
      if (!head) --others_left;
      write_person(id, household, trait, plan.group != Group::hukou);
    }
  }

  /// Heads are adults; children are spread evenly over the other places of the group.
  Trait draw_member(Deck& deck, bool head, std::size_t others_left) {
    const bool child = !head && pick(draws_, static_cast<std::uint32_t>(others_left)) < deck.children.size();
    const std::size_t adults = deck.workers.size() + deck.elders.size();
    if ((child || adults == 0) && !deck.children.empty()) return take(deck.children);
    const bool elder = pick(draws_, static_cast<std::uint32_t>(adults)) < deck.elders.size();
    return take(elder ? deck.elders : deck.workers);
  }

  static Trait take(std::vector<Trait>& pile) {
    const Trait trait = pile.back();
    pile.pop_back();
    return trait;
  }

  void write_person(Id<Household> household, const Household& facts, Trait trait, bool migrant) {
    const Id<Person> person(next_person_++);
    Persons& persons = state_.persons;
    persons.home[person] = grid_;
    persons.household[person] = household;
    const double impulsivity = boost::random::beta_distribution<double>(2.0, 5.0)(draws_);
    persons.nature[person] = Nature(trait.age, trait.male, migrant, impulsivity);
    persons.attitude[person] = migrant ? on_arrival() : settled(facts);
    persons.last_victimised[person] = long_ago;
  }

  /// A migrant's stocks as they were on the day of arrival: the closed form brings them to today.
  Attitude on_arrival() {
    const Parameters::Attitudes& assumed = setting_.scenario.parameters.attitudes;
    const auto arrived = -static_cast<Day>(exponential(draws_, 1.0 / mean_stay));
    return {0.0f, static_cast<float>(assumed.trust_base), static_cast<float>(assumed.ties_on_arrival), arrived};
  }

  /// The stocks of somebody who has long been here and whom nothing has happened to lately.
  Attitude settled(const Household& facts) const {
    const Parameters::Attitudes& assumed = setting_.scenario.parameters.attitudes;
    const double ties = ties_target(assumed, facts) + full_integration(assumed, facts) +
                        ties_of_neighbours(assumed, setting_.scenario.levers);
    return {0.0f, static_cast<float>(assumed.trust_base), std::min(static_cast<float>(ties), most_ties), 0};
  }

  const Setting& setting_;
  State& state_;
  Id<Grid> grid_;
  const GridPlan& plan_;
  std::uint32_t next_household_;
  std::uint32_t next_person_;
  Draws draws_;
  Deck hukou_, migrants_;
};

void resize(State& state, std::size_t people, std::size_t households) {
  Persons& persons = state.persons;
  persons.home.resize(people);
  persons.household.resize(people);
  persons.generation.resize(people);
  persons.employer.resize(people);
  persons.desk.resize(people);
  persons.nature.resize(people);
  persons.attitude.resize(people);
  persons.last_victimised.resize(people);
  state.households.first.resize(households + 1, Id<Person>(people));
  state.households.facts.resize(households);
}

}  // namespace

void settle_people(const Setting& setting, State& state) {
  const std::size_t grids = setting.graph.grids();
  const Column<Grid, GridMargins> margins = margins_of(setting.graph, setting.scenario.parameters.population);
  Column<Grid, GridPlan> plans(grids);
  parallel_for(grids, 16,
               [&](std::size_t i) { plans[Id<Grid>(i)] = plan_grid(setting, margins[Id<Grid>(i)], Id<Grid>(i)); });
  std::size_t people = 0, households = 0;
  Column<Grid, Id<Household>> first_household(grids);
  for (Id<Grid> grid : all_rows<Grid>(grids)) {
    const auto residents = static_cast<std::size_t>(setting.graph.residents[grid]);
    state.residents_of[grid] = {Id<Person>(people), Id<Person>(people + residents)};
    first_household[grid] = Id<Household>(households);
    people += residents;
    households += plans[grid].households.size();
  }
  resize(state, people, households);
  parallel_for(grids, 16, [&](std::size_t i) {
    const Id<Grid> grid(i);
    GridWriter(setting, state, grid, plans[grid], first_household[grid]).write();
  });
}

}  // namespace linli
