// Puts texts in order that are more than memory should hold: sorted pieces on disk, merged at the end.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace srgconv::findings {

class ExternalSort {
 public:
  /// Pieces are files `<beside>.<number>`, removed at the end; `most_bytes` of texts are held before a piece is written.
  explicit ExternalSort(std::filesystem::path beside, std::size_t most_bytes = std::size_t{16} << 20);
  ~ExternalSort();
  ExternalSort(const ExternalSort&) = delete;
  ExternalSort& operator=(const ExternalSort&) = delete;

  /// `key` orders, `text` is what visit() gets; texts with equal keys come in order of the texts.
  void add(std::string key, std::string text);
  /// All texts in order. Throws BrokenWorld (SYS-001) when a piece cannot be written or read back.
  void finish(const std::function<void(std::string_view text)>& visit);

  struct Item {
    std::string key, text;
  };

 private:
  void write_piece();
  void remove_pieces();

  std::filesystem::path beside_;
  std::size_t most_bytes_, bytes_ = 0;
  std::vector<Item> held_;
  std::vector<std::filesystem::path> pieces_;
};

}  // namespace srgconv::findings
