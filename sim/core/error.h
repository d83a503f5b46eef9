#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "core/text.h"

namespace linli {

/// Something the user gave may stand, but deserves a second look: says where, and what was made of it.
struct Note {
  std::string where;
  Message what;

  std::string text(Language language) const {
    return where.empty() ? what.in(language) : where + ": " + what.in(language);
  }
};
using Notes = std::vector<Note>;

/// Something the user gave is wrong: says where ("file:line:column key.path"), what, and what is allowed. Exit code 2.
class InputError : public std::runtime_error {
 public:
  InputError(std::string place, Message message)
      : std::runtime_error(place.empty() ? message.english : place + ": " + message.english),
        where(std::move(place)),
        what_is_wrong(std::move(message)) {}

  std::string text(Language language) const { return Note{where, what_is_wrong}.text(language); }

  std::string where;
  Message what_is_wrong;
};

/// The world outside failed while we worked (disk full, file lost). Exit code 1.
class Failure : public std::runtime_error {
 public:
  explicit Failure(Message message) : std::runtime_error(message.english), what_is_wrong(std::move(message)) {}

  Message what_is_wrong;
};

}  // namespace linli
