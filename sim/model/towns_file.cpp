#include "model/towns_file.h"

#include <cmath>
#include <set>

#include "core/error.h"
#include "model/csv.h"
#include "model/suggestions.h"

namespace linli {
namespace {

Character character_in(const CsvTable& table, std::size_t row) {
  const std::string& key = table.text(row, "character");
  std::vector<std::string> known;
  for (const Character character : every<Character>()) {
    if (characters[character].key == key) return character;
    known.emplace_back(characters[character].key);
  }
  throw InputError(
      table.where(row, "character"),
      say({"there is no such character as \"{}\"{}", "没有“{}”这种镇街类型{}"}, key, suggestion(key, known)));
}

std::string name_in(const CsvTable& table, std::size_t row, std::string_view column, std::set<std::string>& taken) {
  const std::string& name = table.text(row, column);
  if (name.empty()) throw InputError(table.where(row, column), say({"is empty", "为空"}));
  if (!taken.insert(name).second)
    throw InputError(table.where(row, column), say({"{} is there twice", "{}重复出现"}, name));
  return name;
}

std::int64_t residents_in(const CsvTable& table, std::size_t row) {
  const double residents = table.number(row, "residents", 1, 1e9);
  if (residents != std::floor(residents))
    throw InputError(table.where(row, "residents"),
                     say({"is {}; allowed are whole persons", "为{}；人数应为整数"}, residents));
  return static_cast<std::int64_t>(residents);
}

TownFacts town_in(const CsvTable& table, std::size_t row, std::set<std::string>& taken) {
  TownFacts town;
  town.code = name_in(table, row, "code", taken);
  town.name_zh = name_in(table, row, "name_zh", taken);
  town.name_en = name_in(table, row, "name_en", taken);
  town.residents = residents_in(table, row);
  town.area_km2 = table.number(row, "area_km2", 0.01, 100000);
  town.lon = table.number(row, "lon", -180, 180);
  town.lat = table.number(row, "lat", -85, 85);
  town.character = character_in(table, row);
  if (table.has("migrant_weight")) town.migrant_weight = table.number(row, "migrant_weight", 0.01, 10);
  return town;
}

}  // namespace

std::vector<TownFacts> read_towns(const std::filesystem::path& file) {
  const CsvTable table(file, {"code", "name_zh", "name_en", "residents", "area_km2", "lon", "lat", "character"},
                       {"migrant_weight"});
  std::set<std::string> taken;
  std::vector<TownFacts> towns;
  for (std::size_t row = 0; row < table.rows(); ++row) towns.push_back(town_in(table, row, taken));
  if (towns.empty()) throw InputError(file.string(), say({"there are no towns in the file", "文件中没有镇街"}));
  return towns;
}

Id<Town> town_named(const std::string& name, const std::vector<TownFacts>& towns, const std::string& where) {
  std::vector<std::string> known;
  for (std::size_t t = 0; t < towns.size(); ++t) {
    const TownFacts& town = towns[t];
    if (name == town.code || name == town.name_en || name == town.name_zh) return Id<Town>(t);
    known.insert(known.end(), {town.name_en, town.name_zh});
  }
  throw InputError(where, say({"there is no town named {}{}", "没有名为“{}”的镇街{}"}, name, suggestion(name, known)));
}

}  // namespace linli
