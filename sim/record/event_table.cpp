#include "record/event_table.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

namespace linli {
namespace {

constexpr std::size_t chunk_rows = 65536;

hid_t file_type(Storage storage) {
  switch (storage) {
    case Storage::flag:
    case Storage::code:
    case Storage::small:
      return native<std::uint8_t>();
    case Storage::bits:
      return native<std::uint16_t>();
    case Storage::index:
    case Storage::optional_index:
      return native<std::int32_t>();
    case Storage::number:
      return native<std::uint32_t>();
    case Storage::exact:
      return native<double>();
    case Storage::real:
    case Storage::time:
      return native<float>();
  }
  return native<float>();
}

template <class T>
void write_series(hid_t dataset, const std::string& name, std::size_t size, T (*value)(std::size_t)) {
  std::vector<T> values(size);
  for (std::size_t i = 0; i < size; ++i) values[i] = value(i);
  write_attribute<T>(dataset, name, values);
}

// CF: flag_values number alternatives, flag_masks name bits, both of the variable's own type; the names are words
// separated by blanks.
void annotate_meanings(hid_t dataset, Storage storage, std::span<const Kind> meanings) {
  if (storage == Storage::bits)
    write_series<std::uint16_t>(dataset, "flag_masks", meanings.size(),
                                [](std::size_t i) { return static_cast<std::uint16_t>(1u << i); });
  else
    write_series<std::uint8_t>(dataset, "flag_values", meanings.size(),
                               [](std::size_t i) { return static_cast<std::uint8_t>(i); });
  std::vector<std::string_view> words;
  for (const Kind& meaning : meanings) words.push_back(meaning.key);
  write_attribute(dataset, "flag_meanings", fmt::format("{}", fmt::join(words, " ")));
}

/// The same for readers that do not know CF: words by code, or by bit from the lowest, to index with a column.
void write_words(hid_t group, const std::string& column, const Text& title, std::span<const Kind> meanings) {
  const Variable code = create_index(group, column + "_code", title, meanings.size());
  std::vector<std::string> keys, english, chinese;
  for (const Kind& meaning : meanings) {
    keys.emplace_back(meaning.key);
    english.emplace_back(meaning.name.english);
    chinese.emplace_back(meaning.name.chinese);
  }
  write_labels(group, code, column + "_key", title, keys);
  write_labels(group, code, column + "_label", title, english);
  write_labels(group, code, column + "_label_zh", title, chinese);
}

template <class Record>
Variable create_column(hid_t group, const Variable& row, const Field<Record>& field, const std::string& time_units) {
  const std::optional<std::int32_t> missing =
      field.storage == Storage::optional_index ? std::optional(no_row) : std::nullopt;
  Variable column =
      create_variable(group, std::string(field.key), file_type(field.storage), {&row}, chunk_rows, missing);
  const bool is_time = field.storage == Storage::time;
  annotate(column, field.title, is_time ? std::string_view(time_units) : field.unit);
  if (is_time) write_attribute(column.dataset, "calendar", "proleptic_gregorian");
  if (!field.meanings.empty()) {
    annotate_meanings(column.dataset, field.storage, field.meanings);
    write_words(group, std::string(field.key), field.title, field.meanings);
  }
  return column;
}

}  // namespace

template <class Record>
EventTable<Record>::EventTable(hid_t parent, const std::string& name, const Text& title,
                               const std::vector<Field<Record>>& fields, const std::string& time_units)
    : name_(name), fields_(fields), group_(create_group(parent, name)), row_(create_growing_rows(group_, "row")) {
  write_attribute(group_, "title", title.english);
  write_attribute(group_, "title_zh", title.chinese);
  for (const Field<Record>& field : fields_) columns_.push_back(create_column(group_, row_, field, time_units));
}

template <class Record>
void EventTable<Record>::append(std::span<const Record> records) {
  grow(row_, records.size());
  std::vector<double> values(records.size());
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    std::transform(records.begin(), records.end(), values.begin(), fields_[i].value);
    append_values(columns_[i], records.size(), values);
  }
}

template <class Record>
void EventTable<Record>::take_over(hid_t other, hsize_t rows) {
  const Handle group(H5Gopen2(other, name_.c_str(), H5P_DEFAULT));
  grow(row_, rows);
  for (Variable& column : columns_) linli::take_over(column, group, column.name, rows);
}

template class EventTable<DisputeRecord>;
template class EventTable<OffenceRecord>;
template class EventTable<IncidentRecord>;
template class EventTable<PanelRecord>;
template class EventTable<Levers::Change>;

}  // namespace linli
