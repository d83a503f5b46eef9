#include "record/hdf5.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <initializer_list>

namespace linli {
namespace {

// HDF5 wraps the system's message into a long line: "... errno = 28, error message = 'No space left on device', ...".
std::string innermost_cause(std::string_view description) {
  constexpr std::string_view mark = "error message = '";
  const std::size_t found = description.find(mark);
  if (found == std::string_view::npos) return std::string(description);
  const std::string_view message = description.substr(found + mark.size());
  return std::string(message.substr(0, message.find('\'')));
}

herr_t keep_innermost(unsigned depth, const H5E_error2_t* error, void* cause) {
  if (depth == 0 && error->desc) *static_cast<std::string*>(cause) = innermost_cause(error->desc);
  return 0;
}

// What is open when the process ends is a hidden file that nobody wants any more: closing it then, perhaps without
// memory, helps nobody.
[[maybe_unused]] const herr_t nothing_at_exit = H5dont_atexit();

// Longer texts do not fit into an attribute itself and are kept in the file's heap.
constexpr std::size_t longest_text_in_place = 32'000;

}  // namespace

void throw_hdf5_error() {
  std::string cause = "unknown error";
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, keep_innermost, &cause);
  H5Eclear2(H5E_DEFAULT);
  throw Hdf5Error(cause);
}

Quiet::Quiet() {
  H5Eget_auto2(H5E_DEFAULT, &print_, &where_);
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

Quiet::~Quiet() {
  H5Eset_auto2(H5E_DEFAULT, print_, where_);
}

Handle::~Handle() {
  if (id_ >= 0) H5Idec_ref(id_);
}

void Handle::close() {
  checked(H5Idec_ref(std::exchange(id_, H5I_INVALID_HID)));
}

// clang-format off
template <> hid_t native<std::uint8_t>() { return H5T_NATIVE_UINT8; }
template <> hid_t native<std::int16_t>() { return H5T_NATIVE_INT16; }
template <> hid_t native<std::uint16_t>() { return H5T_NATIVE_UINT16; }
template <> hid_t native<std::int32_t>() { return H5T_NATIVE_INT32; }
template <> hid_t native<std::uint32_t>() { return H5T_NATIVE_UINT32; }
template <> hid_t native<std::uint64_t>() { return H5T_NATIVE_UINT64; }
template <> hid_t native<float>() { return H5T_NATIVE_FLOAT; }
template <> hid_t native<double>() { return H5T_NATIVE_DOUBLE; }
// clang-format on

Handle text_type(std::size_t bytes) {
  Handle type(H5Tcopy(H5T_C_S1));
  checked(H5Tset_size(type, bytes));
  checked(H5Tset_cset(type, H5T_CSET_UTF8));
  return type;
}

void write_attribute(hid_t object, const std::string& name, std::string_view text) {
  const std::string terminated(text);
  const char* pointer = terminated.c_str();
  const bool in_place = terminated.size() < longest_text_in_place;
  const Handle type = text_type(in_place ? std::max<std::size_t>(1, terminated.size()) : H5T_VARIABLE);
  const Handle space(H5Screate(H5S_SCALAR));
  const Handle attribute(H5Acreate2(object, name.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT));
  checked(H5Awrite(attribute, type, in_place ? static_cast<const void*>(pointer) : &pointer));
}

void write_attribute(hid_t object, const std::string& name, hid_t type, std::size_t count, const void* values) {
  const hsize_t extent = count;
  const Handle space(H5Screate_simple(1, &extent, nullptr));
  const Handle attribute(H5Acreate2(object, name.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT));
  checked(H5Awrite(attribute, type, values));
}

namespace {

constexpr std::size_t largest_text = std::size_t{64} << 20;
constexpr hsize_t densest = 1100;  // deflate takes 1032 bytes for one at most

/// An attribute that holds one value of a class of types: whatever else a file puts there is not written over memory.
Handle open_single(hid_t object, const std::string& name, std::initializer_list<H5T_class_t> classes) {
  Handle attribute(H5Aopen(object, name.c_str(), H5P_DEFAULT));
  const Handle space(H5Aget_space(attribute)), type(H5Aget_type(attribute));
  const bool fits = std::ranges::find(classes, H5Tget_class(type)) != classes.end();
  if (!fits || checked(H5Sget_simple_extent_npoints(space)) != 1)
    throw Hdf5Error(fmt::format("{} is not one value of its kind", name));
  return attribute;
}

template <class T>
T read_single(hid_t object, const std::string& name) {
  const Handle attribute = open_single(object, name, {H5T_INTEGER, H5T_FLOAT});
  T value = 0;
  checked(H5Aread(attribute, native<T>(), &value));
  return value;
}

std::string text_of_fixed_length(hid_t attribute, hid_t type, const std::string& name) {
  const std::size_t size = H5Tget_size(type);
  if (size > largest_text) throw Hdf5Error(fmt::format("{} is too long", name));
  std::string text(size, '\0');
  checked(H5Aread(attribute, type, text.data()));
  return text.c_str();
}

/// A file may claim any extent: what it does not hold takes no memory here.
std::size_t values_held(hid_t dataset, const std::vector<hsize_t>& extents, std::size_t width,
                        const std::string& name) {
  const hsize_t most = (H5Dget_storage_size(dataset) * densest + width - 1) / width;
  hsize_t count = 1;
  for (const hsize_t extent : extents) {
    if (extent != 0 && count > most / extent) throw Hdf5Error(fmt::format("{} claims more than it holds", name));
    count *= extent;
  }
  return count;
}

}  // namespace

std::string read_text(hid_t object, const std::string& name) {
  const Handle attribute = open_single(object, name, {H5T_STRING});
  const Handle type(H5Aget_type(attribute));
  if (checked(H5Tis_variable_str(type)) == 0) return text_of_fixed_length(attribute, type, name);
  char* pointer = nullptr;
  checked(H5Aread(attribute, type, static_cast<void*>(&pointer)));
  std::string text(pointer ? pointer : "");
  checked(H5free_memory(pointer));
  return text;
}

double read_number(hid_t object, const std::string& name) {
  return read_single<double>(object, name);
}

std::uint64_t read_count(hid_t object, const std::string& name) {
  return read_single<std::uint64_t>(object, name);
}

std::vector<std::string> attribute_names(hid_t object) {
  std::vector<std::string> names;
  const auto keep = [](hid_t, const char* name, const H5A_info_t*, void* all) -> herr_t {
    static_cast<std::vector<std::string>*>(all)->emplace_back(name);
    return 0;
  };
  hsize_t position = 0;
  checked(H5Aiterate2(object, H5_INDEX_CRT_ORDER, H5_ITER_INC, &position, keep, &names));
  return names;
}

template <class T>
std::vector<T> read_values(hid_t parent, const std::string& name, std::vector<hsize_t>* shape) {
  const Handle dataset(H5Dopen2(parent, name.c_str(), H5P_DEFAULT));
  const Handle space(H5Dget_space(dataset));
  std::vector<hsize_t> extents(static_cast<std::size_t>(checked(H5Sget_simple_extent_ndims(space))));
  checked(H5Sget_simple_extent_dims(space, extents.data(), nullptr));
  const Handle type(H5Dget_type(dataset));
  if (H5Tget_class(type) != H5T_INTEGER && H5Tget_class(type) != H5T_FLOAT)
    throw Hdf5Error(fmt::format("{} does not hold numbers", name));
  std::vector<T> values(values_held(dataset, extents, H5Tget_size(type), name));
  checked(H5Dread(dataset, native<T>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()));
  if (shape) *shape = std::move(extents);
  return values;
}
template std::vector<std::uint8_t> read_values<std::uint8_t>(hid_t, const std::string&, std::vector<hsize_t>*);
template std::vector<std::uint16_t> read_values<std::uint16_t>(hid_t, const std::string&, std::vector<hsize_t>*);
template std::vector<std::int32_t> read_values<std::int32_t>(hid_t, const std::string&, std::vector<hsize_t>*);
template std::vector<float> read_values<float>(hid_t, const std::string&, std::vector<hsize_t>*);
template std::vector<double> read_values<double>(hid_t, const std::string&, std::vector<hsize_t>*);

}  // namespace linli
