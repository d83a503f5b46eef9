#pragma once

/// The towns of a world: a CSV file with the columns code, name_zh, name_en, residents, area_km2, lon, lat, character
/// and, if the towns differ in their share of migrants, migrant_weight. A name in one language is enough. Other columns
/// are passed over, with a note.

#include <filesystem>
#include <string>
#include <vector>

#include "core/error.h"
#include "model/scenario.h"

namespace linli {

/// Throws InputError "file:line column" for a value that is missing, of the wrong kind or twice there.
std::vector<TownFacts> read_towns(const std::filesystem::path& file, Notes& notes);

/// The town of that code, English or Chinese name. Throws InputError at `where`, with the nearest name.
Id<Town> town_named(const std::string& name, const std::vector<TownFacts>& towns, const std::string& where);

}  // namespace linli
