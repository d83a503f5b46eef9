#include "model/files/suggestions.h"

#include <fmt/ranges.h>

#include <algorithm>

namespace linli {
namespace {

constexpr std::size_t few = 12;

/// The characters of a UTF-8 text, small letters for capitals.
std::vector<std::string> letters_of(std::string_view text) {
  std::vector<std::string> letters;
  for (const char c : text) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    if (continues && !letters.empty()) {
      letters.back() += c;
    } else {
      letters.emplace_back(1, c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
  }
  return letters;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  const std::vector<std::string> from = letters_of(a), to = letters_of(b);
  std::vector<std::vector<std::size_t>> steps(from.size() + 1, std::vector<std::size_t>(to.size() + 1));
  for (std::size_t i = 0; i <= from.size(); ++i) {
    for (std::size_t j = 0; j <= to.size(); ++j) {
      if (i == 0 || j == 0) {
        steps[i][j] = i + j;
        continue;
      }
      const std::size_t change = from[i - 1] == to[j - 1] ? 0 : 1;
      steps[i][j] = std::min({steps[i - 1][j] + 1, steps[i][j - 1] + 1, steps[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
        steps[i][j] = std::min(steps[i][j], steps[i - 2][j - 2] + 1);
    }
  }
  return steps.back().back();
}

std::string nearest_name(std::string_view name, const std::vector<std::string>& known) {
  const std::size_t length = letters_of(name).size();
  std::size_t best = std::max<std::size_t>(1, length / 3) + 1;
  std::string nearest;
  for (const std::string& candidate : known) {
    const std::size_t distance = edit_distance(name, candidate);
    if (distance < best) {
      best = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

Message suggestion(std::string_view name, const std::vector<std::string>& known) {
  const std::string nearest = nearest_name(name, known);
  if (!nearest.empty()) return say({"; did you mean {}?", "；是否应为{}？"}, nearest);
  if (known.size() > few) return {};
  return say({"; known are {}", "；可用的有{}"},
             Message{fmt::format("{}", fmt::join(known, ", ")), fmt::format("{}", fmt::join(known, "、"))});
}

}  // namespace linli
