#pragma once

/// What reaches a terminal. Names of files, titles and results may hold anything, also characters that move the cursor,
/// change the title of the window or hide what was said; all that is printed passes here and loses them.

#include <ostream>
#include <sstream>

namespace linli {

/// While it lives, what is written to a stream comes out printable, line by line or when it is flushed.
class PrintableOnly {
 public:
  explicit PrintableOnly(std::ostream& stream);
  ~PrintableOnly();
  PrintableOnly(const PrintableOnly&) = delete;
  PrintableOnly& operator=(const PrintableOnly&) = delete;

 private:
  class Filter : public std::stringbuf {
   public:
    explicit Filter(std::streambuf& sink) : sink_(sink) {}

   private:
    int sync() override;

    std::streambuf& sink_;
  };

  std::ostream& stream_;
  std::streambuf* before_;
  Filter filter_;
};

/// Standard error as it is, for what draws.
std::ostream& raw_errors();

}  // namespace linli
