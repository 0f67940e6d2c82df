// Decoding without a copy of what is UTF-8 already; internal to this room.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostics.hpp"
#include "domain/text_arena.hpp"
#include "domain/text_encoding.hpp"

namespace srgconv::read {

/// As decode(), but takes the bytes over. Zero bytes, which no text has, are READ-108.
std::optional<std::string> decode_owned(std::string bytes, TextEncoding encoding, const std::string& shown_name, Diagnostics& diagnostics);

/// Looks at a text block by block: is there nothing about its bytes that decode_owned() would say? One byte a sign, or UTF-8, only.
class PlainText {
 public:
  explicit PlainText(TextEncoding encoding) : encoding_(encoding) {}
  /// False: decode_owned() has something to say, or cannot be ruled out to have.
  bool add(std::string_view block);
  /// At the end: true when all of it was plain.
  bool complete() const;

 private:
  bool add_utf_8(std::string_view block);
  bool add_eight_bits(std::string_view block);

  TextEncoding encoding_;
  std::string held_;  // the beginning of a UTF-8 character that the block before ended in
  bool begun_ = false;
  bool beyond_ascii_ = false, surely_not_utf_8_ = false;
};

/// Decodes what PlainText found plain, in place. False when it is not plain after all.
bool decode_plain(std::string& bytes, TextEncoding encoding);

/// Decodes a short text of an encoding with one byte a sign, that PlainText found plain, into the arena.
std::string_view decode_eight_bits(std::string_view bytes, TextEncoding encoding, TextArena& arena);

}  // namespace srgconv::read
