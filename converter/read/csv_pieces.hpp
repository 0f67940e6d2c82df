// A large CSV file in pieces of whole rows, so that memory does not grow with the file and several threads can work on it; internal to this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "domain/text_encoding.hpp"
#include "read/read.hpp"

namespace srgconv::read {

/// Whole rows, decoded. Only the last piece can end in a quote that is never closed.
struct CsvPiece {
  std::string text;
  std::uint32_t first_line = 1;
  bool last = false;
};

/// The first pass: can the file be decoded piece by piece, without anything to say about its bytes? No for UTF-16, for marks and bytes that do not fit the
/// encoding, for zero bytes, for what looks like another encoding, and for what is no regular file: then the file as a whole must be looked at.
bool can_be_read_in_pieces(const InputFile& file, TextEncoding encoding);

class CsvPieces {
 public:
  /// `size`: bytes of a piece, more where a row is longer.
  CsvPieces(const InputFile& file, TextEncoding encoding, char separator, std::size_t size);
  ~CsvPieces();
  CsvPieces(const CsvPieces&) = delete;
  CsvPieces& operator=(const CsvPieces&) = delete;

  /// The next piece, its bytes not yet decoded; false at the end, and when reading fails.
  bool next(CsvPiece& piece);
  /// Decodes a piece; may be called by any thread. False: bytes that the first pass did not see; the file was changed meanwhile.
  bool decode(CsvPiece& piece) const;
  /// Reading failed: an errno; 0 when it did not.
  int error() const { return error_; }

 private:
  void fill(std::size_t wanted);

  int descriptor_;
  int error_ = 0;
  TextEncoding encoding_;
  char separator_;
  std::size_t size_;
  std::string rest_;  // bytes read and not yet given out
  bool at_end_ = false, started_ = false;
  std::uint32_t line_ = 1;
};

}  // namespace srgconv::read
