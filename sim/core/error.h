#pragma once

#include <stdexcept>
#include <string>

#include "core/text.h"

namespace linli {

/// Something the user gave is wrong: says where ("file:line:column key.path"), what, and what is allowed. Exit code 2.
class InputError : public std::runtime_error {
 public:
  InputError(std::string place, Message message)
      : std::runtime_error(place.empty() ? message.english : place + ": " + message.english),
        where(std::move(place)),
        what_is_wrong(std::move(message)) {}

  std::string text(Language language) const {
    return where.empty() ? what_is_wrong.in(language) : where + ": " + what_is_wrong.in(language);
  }

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
