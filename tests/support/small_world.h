#pragma once

/// Small worlds for tests, made in code: a few towns on a line, and a state that is lived step by step.

#include <cstdint>
#include <initializer_list>
#include <utility>
#include <vector>

#include "model/scenario/scenario.h"
#include "processes/today.h"
#include "state/state.h"

namespace linli::support {

struct SmallTown {
  std::int64_t residents = 2000;
  double east_km = 0.0;  // of the first town's place
  int communities = 1;
  int grids = 4;
  double migrant_weight = 1.0;
};

/// The first of May: no Spring Festival is near for eight months.
inline constexpr Date quiet_start{std::chrono::year(2021), std::chrono::May, std::chrono::day(1)};

/// Every town gets the same density. With several towns, communities and grids are shared out by residents.
Scenario scenario_of(const std::vector<SmallTown>& towns, Day days, Date start = quiet_start);

/// People attempt these offences, at these rates, and no others.
void attempt_only(std::initializer_list<std::pair<OffenceType, double>> rates, Parameters& parameters);

/// Residents and what surrounds them on the morning of the first day, for tests that call processes one by one.
struct SmallWorld {
  explicit SmallWorld(Scenario scenario, double population_scale = 1.0);

  Today today() const { return {state.day, setting, state.levers}; }
  const Parameters& parameters() const { return setting.scenario.parameters; }
  Range<Person> people() const { return all_rows<Person>(state.persons.size()); }

  /// Ends the day: in the morning its events and counts are gone, and access to services is remembered.
  void sleep();

  /// Gives everybody the same nature and the same stocks, as of today.
  void make_all_alike(const Nature& nature, const Attitude& attitude);

  std::shared_ptr<Land> land;  // the setting's, for tests that change it
  Setting setting;
  State state;
};

/// Mean, variance and their use as an estimate, from single values.
class Sample {
 public:
  void add(double value);
  double count() const { return count_; }
  double mean() const { return mean_; }
  double variance() const { return squares_ / (count_ - 1.0); }
  double standard_error() const;

 private:
  double count_ = 0.0, mean_ = 0.0, squares_ = 0.0;
};

/// Four standard errors of a count that is Poisson, and of a share among `trials`: a sound test fails once in 16,000.
double four_errors_of_count(double expected);
double four_errors_of_share(double expected, double trials);

}  // namespace linli::support
