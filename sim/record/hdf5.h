#pragma once

/// The HDF5 library, owned and checked: identifiers that release themselves, errors as exceptions, and attributes.
///
/// HDF5 reports errors on a stack from the call to its cause and prints it unless told not to. Here nothing is
/// printed: `checked` turns a failed call into an Hdf5Error that holds the innermost cause ("No space left on device").

#include <hdf5.h>

#include <filesystem>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/error.h"

namespace linli {

/// A call to HDF5 failed; what() is the cause, in English, without the name of the file.
class Hdf5Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Throws Hdf5Error with the cause on top of the error stack, and clears the stack.
[[noreturn]] void throw_hdf5_error();

/// The result of an HDF5 call, none of which is negative unless it failed.
template <class Result>
Result checked(Result result) {
  if (result < 0) throw_hdf5_error();
  return result;
}

/// While it lives, HDF5 prints no errors from this thread.
class Quiet {
 public:
  Quiet();
  ~Quiet();
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;

 private:
  H5E_auto2_t print_ = nullptr;
  void* where_ = nullptr;
};

/// An HDF5 identifier of any kind, released with its owner.
class Handle {
 public:
  Handle() = default;
  /// Takes over the result of a call that opens or creates something. Throws Hdf5Error when the call failed.
  explicit Handle(hid_t id) : id_(checked(id)) {}
  Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, H5I_INVALID_HID)) {}
  Handle& operator=(Handle&& other) noexcept {
    std::swap(id_, other.id_);
    return *this;
  }
  ~Handle();

  operator hid_t() const { return id_; }
  /// Releases now. Throws Hdf5Error when what was pending could not be written.
  void close();

 private:
  hid_t id_ = H5I_INVALID_HID;
};

/// The file and memory type of a number: native<float>().
template <class T>
hid_t native();

/// A type for UTF-8 text of so many bytes, or of any number.
Handle text_type(std::size_t bytes = H5T_VARIABLE);

void write_attribute(hid_t object, const std::string& name, std::string_view text);
void write_attribute(hid_t object, const std::string& name, hid_t type, std::size_t count, const void* values);

template <class T>
void write_attribute(hid_t object, const std::string& name, std::span<const T> values) {
  write_attribute(object, name, native<T>(), values.size(), values.data());
}

/// One number. The name says so, because text would convert to a number's overload as readily.
template <class T>
void write_number(hid_t object, const std::string& name, T value) {
  write_attribute(object, name, native<T>(), 1, &value);
}

std::string read_text(hid_t object, const std::string& name);
double read_number(hid_t object, const std::string& name);
std::uint64_t read_count(hid_t object, const std::string& name);
/// Names of the attributes, in the order they were written.
std::vector<std::string> attribute_names(hid_t object);

/// All values of a dataset, converted to T and in row-major order; `shape` tells its extents where asked for.
template <class T>
std::vector<T> read_values(hid_t parent, const std::string& name, std::vector<hsize_t>* shape = nullptr);

/// Does some work with a file that anybody may have written. Whatever HDF5 or memory complains of is an InputError at
/// the file, with the cause put into `complaint`.
template <class Work>
auto reading(const std::filesystem::path& file, const Text& complaint, const Work& work) {
  const Quiet quiet;
  try {
    return work();
  } catch (const InputError&) {
    throw;
  } catch (const std::exception& error) {
    throw InputError(file.string(), say(complaint, std::string(error.what())));
  }
}

}  // namespace linli
