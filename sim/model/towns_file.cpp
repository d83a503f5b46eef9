#include "model/towns_file.h"

#include <cmath>
#include <set>

#include "core/error.h"
#include "model/csv.h"
#include "model/suggestions.h"

namespace linli {
namespace {

const std::vector<std::string> needed = {"code", "residents", "area_km2", "lon", "lat", "character"};
const std::vector<std::string> known = {"code", "name_zh", "name_en",   "residents",     "area_km2",
                                        "lon",  "lat",     "character", "migrant_weight"};

Character character_in(const Table& table, std::size_t row) {
  const std::string& key = table.text(row, "character");
  std::vector<std::string> keys;
  for (const Character character : every<Character>()) {
    if (characters[character].key == key) return character;
    keys.emplace_back(characters[character].key);
  }
  throw InputError(
      table.where(row, "character"),
      say({"there is no such character as \"{}\"{}", "没有“{}”这种镇街类型{}"}, key, suggestion(key, keys)));
}

/// A code or name, or nothing where there is none.
std::string name_in(const Table& table, std::size_t row, std::string_view column) {
  if (!table.filled(row, column)) return "";
  const std::string name(trimmed(table.text(row, column)));
  if (!is_one_line(name))
    throw InputError(table.where(row, column), say({"{} has control characters", "“{}”含有控制字符"}, name));
  return name;
}

/// The name in one language stands for both.
void read_names(const Table& table, std::size_t row, TownFacts& town) {
  town.code = name_in(table, row, "code");
  town.name_zh = name_in(table, row, "name_zh");
  town.name_en = name_in(table, row, "name_en");
  if (town.code.empty()) throw InputError(table.where(row, "code"), say({"is empty", "为空"}));
  if (town.name_zh.empty()) town.name_zh = town.name_en;
  if (town.name_en.empty()) town.name_en = town.name_zh;
  if (town.name_en.empty())
    throw InputError(table.where(row), say({"the town has no name; it needs name_zh, name_en or both",
                                            "该镇街没有名称；name_zh和name_en至少填写一个"}));
}

/// Whatever a town is called, no other may be called.
void require_new_names(const TownFacts& town, const std::string& where, std::set<std::string>& taken) {
  std::set<std::string> own = {town.code, town.name_zh, town.name_en};
  for (const std::string& name : own)
    if (taken.contains(name))
      throw InputError(where, say({"{} is the code or name of another town", "{}已是另一镇街的代码或名称"}, name));
  taken.merge(own);
}

std::int64_t residents_in(const Table& table, std::size_t row) {
  const double residents = table.number(row, "residents", 1, 1e9);
  if (residents != std::floor(residents))
    throw InputError(table.where(row, "residents"),
                     say({"is {}; allowed are whole persons", "为{}；人数应为整数"}, residents));
  return static_cast<std::int64_t>(residents);
}

TownFacts town_in(const Table& table, std::size_t row) {
  TownFacts town;
  read_names(table, row, town);
  town.residents = residents_in(table, row);
  town.area_km2 = table.number(row, "area_km2", 0.01, 100000);
  town.lon = table.number(row, "lon", -180, 180);
  town.lat = table.number(row, "lat", -85, 85);
  town.character = character_in(table, row);
  if (table.filled(row, "migrant_weight")) town.migrant_weight = table.number(row, "migrant_weight", 0.01, 10);
  return town;
}

void note_other_columns(const Table& table, Notes& notes) {
  for (const std::string& column : table.others(known))
    if (!column.empty())
      notes.push_back(
          {table.file(), say({"the column {} is not used{}", "未使用“{}”列{}"}, column, suggestion(column, known))});
}

}  // namespace

std::vector<TownFacts> read_towns(const std::filesystem::path& file, Notes& notes) {
  const Table table = read_csv(file, notes);
  table.require(needed);
  note_other_columns(table, notes);
  std::set<std::string> taken;
  std::vector<TownFacts> towns;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    towns.push_back(town_in(table, row));
    require_new_names(towns.back(), table.where(row), taken);
  }
  if (towns.empty()) throw InputError(file.string(), say({"there are no towns in the file", "文件中没有镇街"}));
  return towns;
}

Id<Town> town_named(const std::string& name, const std::vector<TownFacts>& towns, const std::string& where) {
  std::vector<std::string> names;
  for (std::size_t t = 0; t < towns.size(); ++t) {
    const TownFacts& town = towns[t];
    if (name == town.code || name == town.name_en || name == town.name_zh) return Id<Town>(t);
    names.insert(names.end(), {town.name_en, town.name_zh});
  }
  throw InputError(where, say({"there is no town named {}{}", "没有名为“{}”的镇街{}"}, name, suggestion(name, names)));
}

}  // namespace linli
