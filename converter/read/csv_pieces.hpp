// A large CSV or fixed width file in pieces of whole rows, so that memory does not grow with the file and several threads can work on it; internal to this
// room.
#pragma once

#include <sys/stat.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "domain/text_encoding.hpp"
#include "read/input_stream.hpp"
#include "read/read.hpp"

namespace srgconv::read {

/// Whole rows, as the bytes of the file. Only the last piece can end in a quote that is never closed.
struct CsvPiece {
  std::string buffer;  ///< keeps its size from piece to piece
  std::size_t size = 0;
  std::uint32_t first_line = 1;

  std::string_view text() const { return std::string_view(buffer).substr(0, size); }
};

/// What the first pass found. A fault means that the file cannot be read at all.
struct FirstLook {
  bool in_pieces = false;
  std::optional<Diagnostic> fault;
};

class CsvPieces {
 public:
  /// `size`: bytes of a piece, more where a row is longer. Without a separator rows are lines, in which quotes mean nothing.
  CsvPieces(const InputFile& file, TextEncoding encoding, std::optional<char> separator, std::size_t size);

  /// The first pass: can the file be decoded piece by piece, or cell by cell, without anything to say about its bytes? No for UTF-16, for marks and bytes that
  /// do not fit the encoding, for zero bytes, for what looks like another encoding, for what is no regular file, and for a file that is no larger than a piece:
  /// then the file as a whole must be looked at.
  FirstLook look_through();

  /// The next piece; false at the end, and when reading fails.
  bool next(CsvPiece& piece);
  /// Why reading failed; nothing when it did not. A file that was changed since the first pass is READ-002, once its end has been reached.
  const std::optional<Diagnostic>& fault() const { return fault_ ? fault_ : in_->fault(); }

 private:
  bool is_unchanged() const;

  const InputFile& file_;
  std::unique_ptr<InputStream> in_;
  std::optional<Diagnostic> fault_;
  TextEncoding encoding_;
  std::optional<char> separator_;
  std::size_t size_;
  std::optional<struct stat> first_;  // as the first pass found the file
  std::string rest_;                  // bytes read and not yet given out
  bool at_end_ = false, started_ = false;
  std::uint32_t line_ = 1;
};

}  // namespace srgconv::read
