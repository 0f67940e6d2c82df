// The only file that includes utf8proc.
#include "read/composed.hpp"

#include <algorithm>
#include <cstdlib>

#include <utf8proc.h>

namespace srgconv::read {

std::string composed(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; })) return std::string(text);
  utf8proc_uint8_t* result = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &result, options);
  std::string held = length < 0 ? std::string(text) : std::string(reinterpret_cast<const char*>(result), static_cast<std::size_t>(length));
  std::free(result);
  return held;
}

}  // namespace srgconv::read
