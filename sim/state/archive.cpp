#include "state/archive.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <cstring>
#include <memory>
#include <span>

#include "core/error.h"
#include "state/columns.h"

namespace linli {
namespace {

class Hasher {
 public:
  Hasher() { XXH3_128bits_reset(state_.get()); }

  void add(std::span<const std::byte> bytes) { XXH3_128bits_update(state_.get(), bytes.data(), bytes.size()); }
  void add(const std::string& text) { add(std::as_bytes(std::span(text))); }
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

std::vector<std::byte> bytes_of(const StateColumn& column) {
  std::vector<std::byte> bytes(column.values * value_widths[column.type]);
  column.read(bytes.data());
  return bytes;
}

SavedColumn column_named(const State& state, const std::string& name) {
  SavedColumn found{name, ValueType::uint8, {}};
  for_each_column(state, [&](const StateColumn& column) {
    if (column.name == name) found = {name, column.type, bytes_of(column)};
  });
  return found;
}

std::optional<std::size_t> first_difference(const SavedColumn& one, const SavedColumn& other) {
  const auto [here, there] = std::ranges::mismatch(one.values, other.values);
  if (here == one.values.end() || there == other.values.end()) return {};
  return static_cast<std::size_t>(here - one.values.begin()) / value_widths[one.type];
}

}  // namespace

namespace detail {

Runs moved(const Runs& runs, std::size_t bytes) {
  Runs further = runs;
  for (Run& run : further) run.first += bytes;
  return further;
}

std::string Walk::below(const std::string& name, std::string_view member) {
  while (member.ends_with('_')) member.remove_suffix(1);  // of private members
  return name.empty() ? std::string(member) : fmt::format("{}.{}", name, member);
}

void Walk::column(const std::string& name, ValueType type, const Runs& runs) const {
  std::size_t values = 0;
  for (const Run& run : runs) values += run.count;
  visit_({name, type, values, runs});
}

/// A row of levers is a row of numbers.
void Walk::levers(const std::string& name, const Runs& runs) const {
  for (std::size_t lever = 0; lever < lever_list().size(); ++lever)
    column(name + "." + lever_list()[lever].name, ValueType::float64, moved(runs, lever * sizeof(double)));
}

}  // namespace detail

namespace {

/// Copies values of a known width from one place to another, each at its own distance.
template <std::size_t width>
void copy(const std::byte* from, std::size_t from_stride, std::byte* to, std::size_t to_stride, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) std::memcpy(to + i * to_stride, from + i * from_stride, width);
}

using Copy = void (*)(const std::byte*, std::size_t, std::byte*, std::size_t, std::size_t);

Copy copy_of_width(std::size_t width) {
  return width == 1 ? copy<1> : width == 2 ? copy<2> : width == 4 ? copy<4> : copy<8>;
}

}  // namespace

void StateColumn::read(std::byte* to) const {
  const std::size_t width = value_widths[type];
  for (const Run& run : runs) {
    copy_of_width(width)(run.first, run.stride, to, width, run.count);
    to += run.count * width;
  }
}

void StateColumn::write(const std::byte* from) const {
  const std::size_t width = value_widths[type];
  for (const Run& run : runs) {
    copy_of_width(width)(from, width, run.first, run.stride, run.count);
    from += run.count * width;
  }
}

void for_each_column(State& state, const std::function<void(const StateColumn& column)>& visit) {
  detail::Walk(visit).go<State>("", {detail::run_of(&state, 1)});
}

void for_each_column(const State& state, const std::function<void(const StateColumn& column)>& visit) {
  for_each_column(const_cast<State&>(state), visit);
}

std::vector<std::pair<std::string, std::string>> hash_by_column(const State& state) {
  std::vector<std::pair<std::string, std::string>> hashes;
  for_each_column(state, [&](const StateColumn& column) {
    Hasher hasher;
    hasher.add(bytes_of(column));
    hashes.emplace_back(column.name, hasher.digits());
  });
  return hashes;
}

std::string hash_of(const State& state) {
  Hasher all;
  for (const auto& [name, digits] : hash_by_column(state)) all.add(name), all.add(digits);
  return all.digits();
}

std::string hash_of_columns(const State& state) {
  Hasher all;
  for_each_column(state, [&](const StateColumn& column) {
    all.add(fmt::format("{} {}\n", column.name, static_cast<int>(column.type)));
  });
  return all.digits();
}

std::optional<Difference> first_difference(const State& one, const State& other) {
  const auto hashes = hash_by_column(one), others = hash_by_column(other);
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    const std::string& name = hashes[i].first;
    if (hashes[i].second == others[i].second) continue;
    return Difference{name, first_difference(column_named(one, name), column_named(other, name))};
  }
  return {};
}

std::vector<SavedColumn> save(const State& state) {
  std::vector<SavedColumn> columns;
  for_each_column(state, [&](const StateColumn& column) {
    columns.push_back({column.name, column.type, bytes_of(column)});
  });
  return columns;
}

void load(const std::vector<SavedColumn>& columns, State& state) {
  auto next = columns.begin();
  for_each_column(state, [&](const StateColumn& column) {
    if (next == columns.end() || next->name != column.name || next->type != column.type ||
        next->values.size() != column.values * value_widths[column.type])
      throw Failure(say({"the saved state does not fit at {}", "保存的状态在{}处不相符"}, column.name));
    column.write(next++->values.data());
  });
}

}  // namespace linli
