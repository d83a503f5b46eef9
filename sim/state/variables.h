#pragma once

/// The state variables: what the model remembers from one day to the next, entity by entity. This list is what
/// docs/model.md shows; a test holds it against the columns of the state.

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/text.h"
#include "model/lists/kinds.h"

namespace linli {

enum class Entity : std::uint8_t {
  person,
  household,
  employer,
  grid,
  community,
  town,
  mediator,
  officer,
  dispute,
  offence,
  predatory_group,
  incident,
  rumour,
  hazard,
  city,
  count
};
inline constexpr PerKind<Entity, Kind> entities = {{
    {Entity::person, "person", {"person", "居民"}},
    {Entity::household, "household", {"household", "住户"}},
    {Entity::employer, "employer", {"employer", "用人单位"}},
    {Entity::grid, "grid", {"grid", "网格"}},
    {Entity::community, "community", {"village or community", "村（社区）"}},
    {Entity::town, "town", {"town", "镇街"}},
    {Entity::mediator, "mediator", {"mediator", "调解员"}},
    {Entity::officer, "officer", {"police officer", "警员"}},
    {Entity::dispute, "dispute", {"dispute", "纠纷"}},
    {Entity::offence, "offence", {"offence and its case", "违法犯罪及案件"}},
    {Entity::predatory_group, "predatory_group", {"predatory group", "涉恶团伙"}},
    {Entity::incident, "incident", {"collective incident", "群体性事件"}},
    {Entity::rumour, "rumour", {"rumour", "谣言"}},
    {Entity::hazard, "hazard", {"hazard", "隐患"}},
    {Entity::city, "city", {"city", "全市"}},
}};

struct StateVariable {
  Entity entity;
  std::string_view name;
  std::string_view column;  // of archive.h, or what several begin with; or "places" (made once, never changed)
  Text unit;                // empty for what is not measured
  Text range;               // allowed values, or what kind of thing it is
  Text meaning;
};

/// By entity, in the order above.
const std::vector<StateVariable>& state_variables();

}  // namespace linli
