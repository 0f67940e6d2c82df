// A workbook that the program wrote, opened and changed as a spreadsheet would do it.
#pragma once

#include <map>
#include <stdexcept>
#include <string>

#include "archive/archive.hpp"
#include "support/packed.hpp"

namespace srgconv::test {

/// The parts of a packed file, by name.
inline std::map<std::string, std::string> parts_of(const std::filesystem::path& path) {
  Diagnostics diagnostics;
  const auto archive = archive::ZipArchive::open(path, path.filename().string(), diagnostics);
  if (archive == nullptr) throw std::runtime_error("no packed file: " + path.string());
  std::map<std::string, std::string> parts;
  for (const archive::Member& member : archive->members()) {
    const auto stream = archive->read(member);
    std::string text(member.size, '\0');
    std::size_t got = 0;
    while (const std::size_t more = stream->read(text.data() + got, text.size() - got)) got += more;
    parts.emplace(member.name, text.substr(0, got));
  }
  return parts;
}

inline std::string packed_again(const std::map<std::string, std::string>& parts) {
  std::vector<ZipMember> members;
  for (const auto& [name, text] : parts) members.push_back({name, text});
  return zipped(members);
}

/// Writes into the empty cell at this place; its look stays.
inline void fill_in(std::string& sheet, const std::string& place, const std::string& text) {
  const std::size_t cell = sheet.find("<c r=\"" + place + "\"");
  const std::size_t end = sheet.find("/>", cell);
  if (cell == std::string::npos || end == std::string::npos || end > sheet.find('>', cell)) throw std::runtime_error(place + " is no empty cell");
  sheet.replace(end, 2, " t=\"inlineStr\"><is><t>" + text + "</t></is></c>");
}

}  // namespace srgconv::test
