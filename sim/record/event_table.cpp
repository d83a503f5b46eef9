#include "record/event_table.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <optional>

namespace linli {
namespace {

constexpr std::size_t chunk_rows = 65536;
constexpr std::int32_t no_row = -1;

template <class Entity>
double row_of(Id<Entity> id) {
  return id ? static_cast<double>(id.row) : no_row;
}

constexpr std::array<Kind, 3> recordings = {{
    {"none", {"not recorded", "未立案"}},
    {"public_order", {"public-order case", "治安案件"}},
    {"criminal", {"criminal case", "刑事案件"}},
}};

template <class Enum>
double code(Enum kind) {
  return static_cast<double>(kind);
}

hid_t file_type(Storage storage) {
  switch (storage) {
    case Storage::flag:
    case Storage::code:
    case Storage::bits:
    case Storage::small:
      return native<std::uint8_t>();
    case Storage::index:
    case Storage::optional_index:
      return native<std::int32_t>();
    case Storage::number:
      return native<std::uint32_t>();
    case Storage::real:
    case Storage::time:
      return native<float>();
  }
  return native<float>();
}

// CF: flag_values number alternatives, flag_masks name bits; the names are words separated by blanks.
void annotate_meanings(hid_t dataset, Storage storage, std::span<const Kind> meanings) {
  std::vector<std::uint8_t> values;
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < meanings.size(); ++i) {
    values.push_back(static_cast<std::uint8_t>(storage == Storage::bits ? 1u << i : i));
    words.push_back(meanings[i].key);
  }
  write_attribute<std::uint8_t>(dataset, storage == Storage::bits ? "flag_masks" : "flag_values", values);
  write_attribute(dataset, "flag_meanings", fmt::format("{}", fmt::join(words, " ")));
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
  if (!field.meanings.empty()) annotate_meanings(column.dataset, field.storage, field.meanings);
  return column;
}

}  // namespace

const std::vector<Field<DisputeRecord>>& dispute_fields() {
  using R = DisputeRecord;
  static const std::vector<Field<R>> fields = {
      {"number",
       {"number of the dispute, unique within the town", "纠纷编号（镇街内唯一）"},
       "1",
       Storage::number,
       [](const R& r) { return r.number * 1.0; }},
      {"town", {"index of the town", "镇街序号"}, "1", Storage::index, [](const R& r) { return row_of(r.town); }},
      {"grid",
       {"index of the complainant's home grid", "申请人居住网格序号"},
       "1",
       Storage::index,
       [](const R& r) { return row_of(r.grid); }},
      {"type",
       {"type of dispute", "纠纷类型"},
       "1",
       Storage::code,
       [](const R& r) { return code(r.type); },
       dispute_types},
      {"outcome",
       {"how it ended", "处理结果"},
       "1",
       Storage::code,
       [](const R& r) { return code(r.outcome); },
       outcomes},
      {"last_stage",
       {"stage at which it ended", "了结环节"},
       "1",
       Storage::code,
       [](const R& r) { return code(r.last_stage); },
       stages},
      {"doors",
       {"stages that it entered", "经过的环节"},
       "1",
       Storage::bits,
       [](const R& r) { return r.doors * 1.0; },
       stages},
      {"peak_intensity",
       {"highest intensity (Glasl, 1 to 9)", "最高激化程度（格拉斯尔九级）"},
       "1",
       Storage::small,
       [](const R& r) { return r.peak_intensity * 1.0; }},
      {"meetings",
       {"mediation meetings held", "调解次数"},
       "1",
       Storage::small,
       [](const R& r) { return r.meetings * 1.0; }},
      {"violent_events",
       {"violent events", "暴力事件次数"},
       "1",
       Storage::small,
       [](const R& r) { return r.violent_events * 1.0; }},
      {"complainant_migrant",
       {"the complainant is a migrant", "申请人为外来人口"},
       "1",
       Storage::flag,
       [](const R& r) { return r.complainant_migrant ? 1.0 : 0.0; }},
      {"severity",
       {"severity (median 1)", "严重程度（中位数为1）"},
       "1",
       Storage::real,
       [](const R& r) { return double{r.severity}; }},
      {"opened", {"time of the claim", "提出时间"}, "", Storage::time, [](const R& r) { return double{r.opened}; }},
      {"closed", {"time when it ended", "了结时间"}, "", Storage::time, [](const R& r) { return double{r.closed}; }},
  };
  return fields;
}

const std::vector<Field<OffenceRecord>>& offence_fields() {
  using R = OffenceRecord;
  static const std::vector<Field<R>> fields = {
      {"number",
       {"number of the offence, unique within the town", "案件编号（镇街内唯一）"},
       "1",
       Storage::number,
       [](const R& r) { return r.number * 1.0; }},
      {"town",
       {"index of the town where it happened", "案发镇街序号"},
       "1",
       Storage::index,
       [](const R& r) { return row_of(r.town); }},
      {"grid",
       {"index of the grid where it happened", "案发网格序号"},
       "1",
       Storage::index,
       [](const R& r) { return row_of(r.grid); }},
      {"offender_home",
       {"index of the offender's home grid; missing for offenders from elsewhere",
        "作案人居住网格序号（市外人员缺失）"},
       "1",
       Storage::optional_index,
       [](const R& r) { return row_of(r.offender_home); }},
      {"type",
       {"type of offence", "违法犯罪类型"},
       "1",
       Storage::code,
       [](const R& r) { return code(r.type); },
       offence_types},
      {"harm", {"bodily harm", "伤害程度"}, "1", Storage::code, [](const R& r) { return code(r.harm); }, harms},
      {"recorded",
       {"how it was recorded", "立案情况"},
       "1",
       Storage::code,
       [](const R& r) { return code(r.recorded); },
       recordings},
      {"reported",
       {"it was reported", "已报案"},
       "1",
       Storage::flag,
       [](const R& r) { return r.reported ? 1.0 : 0.0; }},
      {"cleared",
       {"it was cleared up", "已破案（查处）"},
       "1",
       Storage::flag,
       [](const R& r) { return r.cleared ? 1.0 : 0.0; }},
      {"victim_migrant",
       {"the victim is a migrant", "受害人为外来人口"},
       "1",
       Storage::flag,
       [](const R& r) { return r.victim_migrant ? 1.0 : 0.0; }},
      {"loss", {"loss", "财产损失"}, "yuan", Storage::real, [](const R& r) { return double{r.loss}; }},
      {"committed",
       {"time of the offence", "案发时间"},
       "",
       Storage::time,
       [](const R& r) { return double{r.committed}; }},
      {"closed",
       {"time when it was cleared up or shelved", "破案或搁置时间"},
       "",
       Storage::time,
       [](const R& r) { return double{r.closed}; }},
  };
  return fields;
}

template <class Record>
EventTable<Record>::EventTable(hid_t parent, const std::string& name, const Text& title,
                               const std::vector<Field<Record>>& fields, const std::string& time_units)
    : fields_(fields), group_(create_group(parent, name)), row_(create_growing_rows(group_, "row")) {
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

template class EventTable<DisputeRecord>;
template class EventTable<OffenceRecord>;

}  // namespace linli
