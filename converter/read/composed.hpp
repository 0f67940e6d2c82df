// One form for letters that Unicode can write in two ways; internal to this room.
#pragma once

#include <string>
#include <string_view>

namespace srgconv::read {

/// The text in normalization form C (Unicode Standard Annex #15): `e` and a combining diaeresis become `ë`. Text that is not UTF-8 stays as it is.
std::string composed(std::string_view text);

}  // namespace srgconv::read
