#pragma once

/// A scenario as plain data: what is assumed (parameters), what is in force (levers), what a policy changes
/// (measures), where (world) and when. scenario_reader.h makes one from TOML files.

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/calendar.h"
#include "core/error.h"
#include "model/levers.h"
#include "model/parameters.h"

namespace linli {

/// One real unit of the world: a town, sub-district or park.
struct TownFacts {
  std::string code;
  std::string name_zh;
  std::string name_en;
  std::int64_t residents = 0;
  double area_km2 = 0.0;
  double lon = 0.0;  // [degrees east]
  double lat = 0.0;  // [degrees north]
  Character character = Character::industrial;
  double migrant_weight = 1.0;  // tilts the town's migrant share against the mean
};

/// Where the places come from: apportioned inside the towns, or a network of the user's own.
struct World {
  std::filesystem::path towns_file;
  std::vector<TownFacts> towns;
  std::int64_t residents = 0;  // must equal the sum over the towns
  int communities = 0;
  int grids = 0;
  std::filesystem::path network_file;  // GraphML, or the nodes of a CSV pair; empty: generated
  std::filesystem::path edges_file;    // CSV pair only
  bool largest_part = false;           // of the network is taken, where it is not connected
};

/// When a conditional measure acts: once the indicator has stayed beyond the threshold for so many days.
struct Trigger {
  std::string indicator;
  bool above = true;
  double threshold = 0.0;
  Day for_days = 1;
  bool operator==(const Trigger&) const = default;
};

/// A change of one lever. With several measures on one lever: first set, then add, then scale.
struct Measure {
  enum class Action { set, add, scale };
  int lever = 0;  // index in lever_list()
  Action action = Action::set;
  double amount = 0.0;
  std::vector<Id<Town>> towns;  // empty: everywhere
  Day from = 0;                 // first day in force
  Day to = 0;                   // first day no longer in force
  Day ramp = 0;                 // days until the full amount
  std::optional<Trigger> once;  // in force from the day it fires
  std::string where;            // place in the scenario, for messages
  double strength = 1.0;        // [share] of the amount, after the ramp
  Day lasts = 0;                // [days] from the first in force, at most; 0: until `to`
  std::string card;             // that it belongs to; empty: the scenario's own

  /// The first day no longer in force of a measure that acts from `first` on.
  Day end(Day first) const { return lasts > 0 ? std::min(to, first + lasts) : to; }
};

/// A card that a scenario plays: its measures stand before the scenario's own (cards.h).
struct PlayedCard {
  std::string id;
  Message name;
  double strength = 1.0;  // [share]
  std::string text;       // the file of the card, which belongs to the content of the scenario
  std::string where;      // place in the scenario, for messages
};

/// A planned unwanted facility: residents near it may object from the announcement on.
struct Facility {
  std::string name;
  double lon = 0.0;
  double lat = 0.0;
  Day announced = 0;
  Day decided = 0;
  std::string where;  // place in the scenario, for messages
};

/// Something that happens to the city, whatever its policy.
struct Shock {
  enum class Kind : std::uint8_t { closures, platform, slump, flood, count };
  Kind kind = Kind::closures;
  double size = 0.0;             // what it means differs by kind: see shock_kinds
  std::vector<Id<Town>> towns;   // empty: everywhere
  std::optional<Sector> sector;  // closures and slumps; none: all sectors
  Day day = 0;                   // first day
  Day lasts = 1;                 // [days]
  std::string where;             // place in the scenario, for messages

  bool is_on(Day today) const { return day <= today && today < day + lasts; }
  bool hits(Id<Town> town) const;
};

struct ShockInfo {
  std::string_view key;
  Text name;
  Text size;         // what the size means
  double low, high;  // allowed sizes, inclusive
  std::string_view unit = "share";
};
inline constexpr PerKind<Shock::Kind, ShockInfo> shock_kinds = {{
    {Shock::Kind::closures,
     "closures",
     {"closures of firms", "企业集中关闭"},
     {"share of firms that close", "关闭企业所占比例"},
     0,
     1},
    {Shock::Kind::platform,
     "platform",
     {"collapse of an investment platform", "投资平台爆雷"},
     {"share of adults from 45 on who have money in it", "45岁及以上居民中投资者所占比例"},
     0,
     1},
    {Shock::Kind::slump,
     "slump",
     {"slump of business", "经营滑坡"},
     {"standard deviations that solvency is pulled down", "偿付能力被拉低的标准差数"},
     0,
     4,
     "1"},
    {Shock::Kind::flood, "flood", {"flood", "洪涝"}, {"share of residents hit", "受灾居民所占比例"}, 0, 1},
}};

/// What levers cost and what may be spent.
struct Costs {
  // [yuan] by position in lever_list(), per unit of the lever and of its basis
  std::vector<double> unit_costs = reference_unit_costs();
  std::optional<double> budget;  // [yuan/year] that check enforces
  std::string budget_where;      // place in the scenario, for messages
};

struct Scenario {
  std::string title_en;
  std::string title_zh;
  Date start;
  Date end;  // last day, inclusive
  std::uint64_t seed = 1;
  World world;
  Parameters parameters;
  LeverValues levers;
  std::vector<PlayedCard> cards;
  std::vector<Measure> measures;  // of the cards in their order, then the scenario's own
  std::vector<Facility> facilities;
  std::vector<Shock> shocks;
  Costs costs;
  std::string text;                  // canonical TOML after overlays
  std::string content_hash;          // of `text` and of the data files and cards it names
  std::vector<std::string> lineage;  // the files it was made from, base first
  Notes notes;                       // on what was read

  Day days() const;
};

/// The names of the measures in their order: the id of the card, or the place of the scenario's own: "measures[0]".
std::vector<std::string> names_of_measures(const Scenario& scenario);

}  // namespace linli
