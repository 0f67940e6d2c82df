// A workbook as a package of parts: its sheets, shared texts and styles; internal to this room.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/archive.hpp"
#include "read/read.hpp"
#include "xml/xml.hpp"

namespace srgconv::read {

/// Texts that cells refer to by number, in one piece of memory.
class SharedTexts {
 public:
  /// False when the texts together are more than `most` bytes.
  bool add(std::string_view text, std::uint64_t most);
  std::optional<std::string_view> at(std::uint64_t number) const;

 private:
  std::string all_;
  std::vector<std::uint64_t> ends_;
};

struct Sheet {
  std::string name;
  std::string part;          ///< which member of the package
  bool is_worksheet = true;  ///< false: a chart, a macro
};

class Workbook {
 public:
  /// Opens a workbook and reads all but its sheets. Nothing, with diagnostics (READ-001 to 003, READ-130 to 140, those of archives and of XML), when it is
  /// none. `most_text`: bytes of shared texts.
  static std::unique_ptr<Workbook> open(const InputFile& file, Diagnostics& diagnostics, std::uint64_t most_text = std::uint64_t{256} << 20U);

  const std::vector<Sheet>& sheets() const { return sheets_; }
  const SharedTexts& texts() const { return texts_; }
  bool since_1904() const { return since_1904_; }
  /// Does a cell with this style show a date?
  bool shows_date(std::uint64_t style) const { return style < date_styles_.size() && date_styles_[style]; }

  /// Reads a part. False, with diagnostics, when it is not there, or faulty; true also when the handler stopped.
  bool read_part(const std::string& part, xml::Handler& handler, Diagnostics& diagnostics) const;

 private:
  Workbook(std::shared_ptr<archive::ZipArchive> package, std::string shown_name) : package_(std::move(package)), shown_name_(std::move(shown_name)) {}
  bool read(Diagnostics& diagnostics, std::uint64_t most_text);

  std::shared_ptr<archive::ZipArchive> package_;
  std::string shown_name_;
  std::vector<Sheet> sheets_;
  SharedTexts texts_;
  std::vector<bool> date_styles_;
  bool since_1904_ = false;
};

}  // namespace srgconv::read
