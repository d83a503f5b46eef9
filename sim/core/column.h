#pragma once

#include <cassert>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <utility>
#include <vector>

#include "core/id.h"

namespace linli {

/// One attribute of every row of a table, addressed by the table's own id type only.
template <class Entity, class T>
class Column {
 public:
  Column() = default;
  explicit Column(std::size_t rows, const T& value = T{}) : values_(rows, value) {}
  Column(std::initializer_list<T> values) : values_(values) {}

  const T& operator[](Id<Entity> id) const {
    assert(id.row < values_.size());
    return values_[id.row];
  }
  T& operator[](Id<Entity> id) {
    assert(id.row < values_.size());
    return values_[id.row];
  }

  std::size_t size() const { return values_.size(); }
  void resize(std::size_t rows, const T& value = T{}) { values_.resize(rows, value); }
  void reserve(std::size_t rows) { values_.reserve(rows); }
  Id<Entity> push_back(T value) {
    values_.push_back(std::move(value));
    return Id<Entity>(values_.size() - 1);
  }

  std::span<const T> values() const { return values_; }
  std::span<T> values() { return values_; }
  auto begin() const { return values_.begin(); }
  auto end() const { return values_.end(); }
  auto begin() { return values_.begin(); }
  auto end() { return values_.end(); }

 private:
  std::vector<T> values_;
};

/// Every id of a table with so many rows: `for (Id<Town> town : all_rows<Town>(towns.size()))`.
template <class Entity>
Range<Entity> all_rows(std::size_t rows) {
  return {Id<Entity>(0), Id<Entity>(rows)};
}

}  // namespace linli
