#include "app/terminal.h"

#include <iostream>
#include <string>

#include "core/text.h"

namespace linli {
namespace {

std::streambuf* const standard_error = std::cerr.rdbuf();  // before anything stands between

}  // namespace

PrintableOnly::PrintableOnly(std::ostream& stream)
    : stream_(stream), before_(stream.rdbuf()), filter_(*stream.rdbuf()) {
  stream_.rdbuf(&filter_);
}

PrintableOnly::~PrintableOnly() {
  stream_.flush();
  stream_.rdbuf(before_);
}

int PrintableOnly::Filter::sync() {
  const std::string text = printable(str());
  str("");
  const auto size = static_cast<std::streamsize>(text.size());
  return sink_.sputn(text.data(), size) == size ? sink_.pubsync() : -1;
}

std::ostream& raw_errors() {
  static std::ostream errors(standard_error);
  return errors;
}

}  // namespace linli
