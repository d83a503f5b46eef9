// How fast the reference worlds run and how much memory a person takes.
//
//     build/tests/linli-bench --benchmark_filter=town
//
// Each benchmark lives 30 days from the morning after a warm-up of 30, without a recorder; phases are in seconds per
// simulated year. Figures belong here, never in a test that can fail on a busy machine.

#include <benchmark/benchmark.h>
#include <malloc.h>

#include <string>

#include "engine/day.h"
#include "engine/simulation.h"
#include "model/scenario/scenario_reader.h"
#include "state/state.h"

namespace {

using namespace linli;

constexpr Day warm_up = 30, measured = 30;

/// Bytes that the program has allocated and not given back.
double allocated_bytes() {
  const struct mallinfo2 heap = mallinfo2();
  return static_cast<double>(heap.uordblks + heap.hblkhd);
}

void live(Simulation& simulation, Day days) {
  for (Day day = 0; day < days; ++day) simulation.step();
}

void report_phases(benchmark::State& bench, const std::vector<std::pair<std::string, double>>& before,
                   const std::vector<std::pair<std::string, double>>& after) {
  for (std::size_t i = 0; i < after.size(); ++i)
    bench.counters[after[i].first + "_s_per_year"] = (after[i].second - before[i].second) * days_per_year / measured;
}

void world(benchmark::State& bench, const std::string& scenario, double scale, int threads) {
  for (auto _ : bench) {
    bench.PauseTiming();
    const double before_world = allocated_bytes();
    Simulation simulation(read_scenario(std::string(LINLI_SOURCE_DIR) + "/scenarios/" + scenario),
                          {.threads = threads, .population_scale = scale});
    live(simulation, warm_up);
    const auto before = simulation.phase_seconds();
    bench.ResumeTiming();
    live(simulation, measured);
    bench.PauseTiming();
    report_phases(bench, before, simulation.phase_seconds());
    const auto people = static_cast<double>(simulation.people());
    bench.counters["people"] = people;
    bench.counters["bytes_per_person"] = (allocated_bytes() - before_world) / people;
    bench.counters["agent_days_per_s"] =
        benchmark::Counter(people * measured, benchmark::Counter::kIsIterationInvariantRate);
    bench.ResumeTiming();
  }
}

void synthesis(benchmark::State& bench, const std::string& scenario, double scale) {
  for (auto _ : bench) {
    Simulation simulation(read_scenario(std::string(LINLI_SOURCE_DIR) + "/scenarios/" + scenario),
                          {.population_scale = scale});
    benchmark::DoNotOptimize(simulation.people());
  }
}

BENCHMARK_CAPTURE(world, town, "town/reference.toml", 1.0, 2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(world, city_tenth, "dongguan/reference.toml", 0.1, 2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(world, city_one_thread, "dongguan/reference.toml", 1.0, 1)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->Iterations(1);
BENCHMARK_CAPTURE(world, city, "dongguan/reference.toml", 1.0, 2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->Iterations(1);
BENCHMARK_CAPTURE(synthesis, city, "dongguan/reference.toml", 1.0)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->Iterations(1);

}  // namespace

BENCHMARK_MAIN();
