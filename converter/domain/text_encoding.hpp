// The encodings in which suppliers write their exports.
#pragma once

namespace srgconv {

enum class TextEncoding { utf_8, utf_16, utf_16_le, utf_16_be, windows_1252, iso_8859_15 };

}  // namespace srgconv
