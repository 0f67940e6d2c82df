// Reads a fixed width file as a whole, or piece by piece.
#include "read/fixed_width_reader.hpp"

#include <cerrno>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "parallel/parallel.hpp"
#include "read/csv_pieces.hpp"
#include "read/csv_reader.hpp"
#include "read/decoding.hpp"
#include "read/fixed_width_lines.hpp"
#include "read/one_sink.hpp"

namespace srgconv::read {
namespace {

// The records of a piece, to be worked on by another thread. It keeps its memory.
class Batch : public RecordSink {
 public:
  void record(const SourceRecord& record) override {
    if (used_ == records_.size()) records_.emplace_back();
    records_[used_++] = record;
  }
  void faulty(const SourceRecord& record, Diagnostic why) override {
    faults_.emplace_back(used_, std::move(why));
    this->record(record);
  }

  void clear() {
    used_ = 0;
    faults_.clear();
  }
  void hand_over(RecordSink& sink) {
    auto fault = faults_.begin();
    for (std::size_t i = 0; i < used_; ++i) {
      if (fault == faults_.end() || fault->first != i)
        sink.record(records_[i]);
      else
        sink.faulty(records_[i], std::move(fault++->second));
    }
  }

 private:
  std::vector<SourceRecord> records_;
  std::vector<std::pair<std::size_t, Diagnostic>> faults_;
  std::size_t used_ = 0;
};

class PieceReader {
 public:
  PieceReader(const InputFile& file, const rules::Format& format, CsvPieces& pieces, std::uint32_t padded_line)
      : file_(file), pieces_(pieces), encoding_(format.encoding), lines_(file, format, padded_line) {}

  Result read(unsigned threads, PieceSinks& sinks, Diagnostics& diagnostics) {
    if (threads <= 1) {
      while (next()) {
        std::unique_ptr<RecordSink> sink = sinks.open();
        lines_.read(text_, piece_.first_line, *sink);
        sinks.close(std::move(sink));
      }
    } else {
      const auto cut = [&](Batch& batch) {
        batch.clear();
        if (!next()) return false;
        lines_.read(text_, piece_.first_line, batch);
        return true;
      };
      const auto work = [&](Batch& batch) {
        std::unique_ptr<RecordSink> sink = sinks.open();
        batch.hand_over(*sink);
        return sink;
      };
      parallel::ordered_until_end<Batch, std::unique_ptr<RecordSink>>(threads, std::size_t{2} * threads, cut, work, [&](std::unique_ptr<RecordSink> sink) {
        sinks.close(std::move(sink));
        return true;
      });
    }
    std::optional<Diagnostic> fault = pieces_.fault();
    if (!fault && changed_) fault = finding("READ-002", {file_.name}, {{"reason", std::generic_category().message(EIO)}});
    const bool counted = !fault && lines_.finish();
    if (fault) diagnostics.add(*std::move(fault));
    diagnostics.append(std::move(lines_.diagnostics()));
    return {counted, lines_.records(), 0};
  }

 private:
  // False at the end, and when a piece has bytes that the first pass did not see: the file was changed meanwhile.
  bool next() {
    if (changed_ || !pieces_.next(piece_)) return false;
    text_.assign(piece_.text());
    changed_ = !decode_plain(text_, encoding_);
    return !changed_;
  }

  const InputFile& file_;
  CsvPieces& pieces_;
  TextEncoding encoding_;
  CsvPiece piece_;
  std::string text_;  // of the piece, decoded
  FixedWidthLines lines_;
  bool changed_ = false;
};

// In all encodings that are read in pieces a blank and a line end are single bytes that stand for nothing else.
std::uint32_t padded_line(const InputFile& file, const rules::Format& format, std::size_t size) {
  CsvPieces pieces(file, format.encoding, std::nullopt, size);
  std::uint32_t found = 0;
  for (CsvPiece piece; found == 0 && pieces.next(piece);) found = line_that_ends_in_a_blank(piece.text(), piece.first_line, format);
  return found;
}

}  // namespace

std::optional<Result> read_fixed_width_in_pieces(const InputFile& file, const rules::Format& format, std::size_t size, unsigned threads, PieceSinks& sinks,
                                                 Diagnostics& diagnostics) {
  CsvPieces pieces(file, format.encoding, std::nullopt, size);
  FirstLook look = pieces.look_through();
  if (look.fault) {
    diagnostics.add(std::move(*look.fault));
    return Result{};
  }
  if (!look.in_pieces) return std::nullopt;
  return PieceReader(file, format, pieces, padded_line(file, format, size)).read(threads, sinks, diagnostics);
}

Result read_fixed_width_whole(const InputFile& file, const rules::Format& format, RecordSink& sink, Diagnostics& diagnostics) {
  auto bytes = read_bytes(file, diagnostics);
  if (!bytes) return {};
  const auto text = decode_owned(std::move(*bytes), format.encoding, file.name, diagnostics);
  if (!text) return {};
  if (text->empty()) {
    diagnostics.add(finding("READ-003", {file.name}));
    return {};
  }
  FixedWidthLines lines(file, format, line_that_ends_in_a_blank(*text, 1, format));
  lines.read(*text, 1, sink);
  const bool counted = lines.finish();
  diagnostics.append(std::move(lines.diagnostics()));
  return {counted, lines.records(), 0};
}

Result read_fixed_width(const InputFile& file, const rules::Format& format, RecordSink& sink, Diagnostics& diagnostics) {
  OneSink one(sink);
  if (const auto result = read_fixed_width_in_pieces(file, format, size_of_piece, 1, one, diagnostics)) return *result;
  return read_fixed_width_whole(file, format, sink, diagnostics);
}

}  // namespace srgconv::read
