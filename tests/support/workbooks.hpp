// Workbooks for tests, made by hand so that they can be wrong in every way.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "support/packed.hpp"

namespace srgconv::test {

struct HandmadeWorkbook {
  std::vector<std::pair<std::string, std::string>> sheets;  ///< name, what stands inside <worksheet>
  std::string texts = {};                                   ///< inside <sst>; empty: there is no such part
  std::string styles = {};                                  ///< inside <styleSheet>
  bool since_1904 = false;
  std::vector<ZipMember> more = {};

  std::vector<ZipMember> parts() const {
    const std::string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string main = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'";
    std::string list, targets;
    std::vector<ZipMember> result;
    const auto relation = [&](const std::string& id, const std::string& type, const std::string& target) {
      return "<Relationship Id='" + id + "' Type='" + relations + "/" + type + "' Target='" + target + "'/>";
    };
    for (std::size_t i = 0; i < sheets.size(); ++i) {
      const std::string number = std::to_string(i + 1);
      list += "<sheet name='" + sheets[i].first + "' sheetId='" + number + "' r:id='rId" + number + "'/>";
      targets += relation("rId" + number, sheets[i].second.empty() ? "chartsheet" : "worksheet", "worksheets/sheet" + number + ".xml");
      result.push_back({"xl/worksheets/sheet" + number + ".xml", "<worksheet " + main + ">" + sheets[i].second + "</worksheet>"});
    }
    if (!texts.empty()) {
      targets += relation("t", "sharedStrings", "sharedStrings.xml");
      result.push_back({"xl/sharedStrings.xml", "<sst " + main + ">" + texts + "</sst>"});
    }
    if (!styles.empty()) {
      targets += relation("s", "styles", "/xl/styles.xml");
      result.push_back({"xl/styles.xml", "<styleSheet " + main + ">" + styles + "</styleSheet>"});
    }
    const std::string space = " xmlns='http://schemas.openxmlformats.org/package/2006/relationships'";
    result.push_back({"_rels/.rels", "<Relationships" + space + ">" + relation("r", "officeDocument", "xl/workbook.xml") + "</Relationships>"});
    result.push_back({"xl/workbook.xml", "<workbook " + main + " xmlns:r='" + relations + "'><workbookPr" + (since_1904 ? " date1904='1'" : "") + "/><sheets>" +
                                             list + "</sheets></workbook>"});
    result.push_back({"xl/_rels/workbook.xml.rels", "<Relationships" + space + ">" + targets + "</Relationships>"});
    result.insert(result.end(), more.begin(), more.end());
    return result;
  }
  std::string bytes() const { return zipped(parts()); }
};

/// <row>s of a sheet: texts inline, from column A, empty ones left out.
inline std::string sheet_of(const std::vector<std::vector<std::string>>& rows) {
  std::string data;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    data += "<row r='" + std::to_string(row + 1) + "'>";
    for (std::size_t column = 0; column < rows[row].size(); ++column) {
      const std::string place = std::string(1, static_cast<char>('A' + column)) + std::to_string(row + 1);
      if (!rows[row][column].empty()) data += "<c r='" + place + "' t='inlineStr'><is><t>" + rows[row][column] + "</t></is></c>";
    }
    data += "</row>";
  }
  return "<sheetData>" + data + "</sheetData>";
}

}  // namespace srgconv::test
