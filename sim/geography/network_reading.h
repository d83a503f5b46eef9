#pragma once

/// What both network formats have in common: nodes and edges are collected and checked one by one.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "geography/network.h"

namespace linli {

/// A whole text as a finite number, independent of the locale. Throws InputError at `where`.
double to_number(std::string_view text, const std::string& where);

/// Throws InputError when the file cannot be read.
void require_readable(const std::filesystem::path& file);

class NetworkReading {
 public:
  NetworkReading(const std::filesystem::path& file, const Parameters::Travel& travel);

  /// Throws InputError at `where` for a second node of the same id and for coordinates that are not degrees.
  void add(const Node& node, const std::string& where);
  /// Without minutes: the straight line times the detour at the common speed. Throws InputError for unknown nodes.
  void join(const std::string& from, const std::string& to, std::optional<double> minutes, const std::string& where);

  double minutes_for(double km) const { return km / travel_.speed * 60.0; }
  /// The network. Throws InputError when it is empty.
  Network finished();

 private:
  std::uint32_t find(const std::string& id, const std::string& where) const;

  Parameters::Travel travel_;
  Network network_;
  std::unordered_map<std::string, std::uint32_t> position_;
};

}  // namespace linli
