#include <filesystem>

#include "bindings.h"
#include "core/error.h"

namespace linli::python {
namespace {

void raise(const char* name, const py::tuple& arguments) {
  const py::object type = py::module_::import("linli.errors").attr(name);
  PyErr_SetObject(type.ptr(), type(*arguments).ptr());
}

void translate(std::exception_ptr thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const InputError& error) {
    raise("InputError", py::make_tuple(error.where, text_of(error.what_is_wrong)));
  } catch (const Failure& failure) {
    PyErr_SetObject(PyExc_OSError, py::str(text_of(failure.what_is_wrong)).ptr());
  } catch (const std::filesystem::filesystem_error& error) {
    const std::string cause = error.code().message();
    raise("InputError", py::make_tuple(error.path1().string(), text_of({cause, cause})));
  } catch (const py::error_already_set&) {
    throw;
  } catch (const py::builtin_exception&) {
    throw;
  } catch (const std::bad_alloc&) {
    throw;  // MemoryError
  } catch (const std::exception& fault) {
    raise("InternalError", py::make_tuple(fault.what()));
  }
}

}  // namespace

void bind_errors(py::module_&) {
  py::register_exception_translator(translate);
}

TextObject text_of(const Message& message) {
  return py::module_::import("linli._language").attr("Text")(message.english, message.chinese);
}

DateObject date_of(const Date& date) {
  return py::module_::import("datetime")
      .attr("date")(static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                    static_cast<unsigned>(date.day()));
}

}  // namespace linli::python
