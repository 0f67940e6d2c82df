#include "findings/external_sort.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>
#include <queue>
#include <system_error>
#include <tuple>
#include <utility>

#include "write/output_file.hpp"

namespace srgconv::findings {
namespace {

namespace fs = std::filesystem;
using Item = ExternalSort::Item;

bool comes_before(const Item& a, const Item& b) { return std::tie(a.key, a.text) < std::tie(b.key, b.text); }

void append_sized(std::string& out, std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  std::array<char, sizeof size> bytes{};
  std::memcpy(bytes.data(), &size, sizeof size);
  out.append(bytes.data(), bytes.size());
  out += text;
}

// The items of a piece, one after the other.
class Piece {
 public:
  explicit Piece(const fs::path& path) : path_(path), file_(path, std::ios::binary) { advance(); }
  bool has_item() const { return has_item_; }
  const Item& item() const { return item_; }
  void advance() { has_item_ = read(item_.key, true) && read(item_.text, false); }

 private:
  bool read(std::string& text, bool may_end) {
    std::uint32_t size = 0;
    std::array<char, sizeof size> bytes{};
    file_.read(bytes.data(), bytes.size());
    if (may_end && file_.gcount() == 0 && file_.eof()) return false;
    std::memcpy(&size, bytes.data(), sizeof size);
    if (file_) {
      text.resize(size);
      file_.read(text.data(), size);
    }
    if (!file_) write::writing_failed(path_, EIO);
    return true;
  }

  fs::path path_;
  std::ifstream file_;
  Item item_;
  bool has_item_ = false;
};

}  // namespace

ExternalSort::ExternalSort(fs::path beside, std::size_t most_bytes) : beside_(std::move(beside)), most_bytes_(most_bytes) {}

ExternalSort::~ExternalSort() { remove_pieces(); }

void ExternalSort::add(std::string key, std::string text) {
  bytes_ += key.size() + text.size() + sizeof(Item);
  held_.push_back({std::move(key), std::move(text)});
  if (bytes_ > most_bytes_) write_piece();
}

void ExternalSort::write_piece() {
  std::sort(held_.begin(), held_.end(), comes_before);
  fs::path path = beside_;
  path += "." + std::to_string(pieces_.size());
  pieces_.push_back(path);
  write::OutputFile file(path);
  std::string block;
  for (const Item& item : held_) {
    append_sized(block, item.key);
    append_sized(block, item.text);
    if (block.size() < std::size_t{1} << 20) continue;
    file.write(block);
    block.clear();
  }
  file.write(block);
  held_.clear();
  bytes_ = 0;
}

void ExternalSort::finish(const std::function<void(std::string_view)>& visit) {
  if (pieces_.empty()) {
    std::sort(held_.begin(), held_.end(), comes_before);
    for (const Item& item : held_) visit(item.text);
    held_.clear();
    return;
  }
  if (!held_.empty()) write_piece();
  std::vector<std::unique_ptr<Piece>> pieces;
  for (const fs::path& path : pieces_) pieces.push_back(std::make_unique<Piece>(path));
  const auto comes_later = [](const Piece* a, const Piece* b) { return comes_before(b->item(), a->item()); };
  std::priority_queue<Piece*, std::vector<Piece*>, decltype(comes_later)> next(comes_later);
  for (const auto& piece : pieces) {
    if (piece->has_item()) next.push(piece.get());
  }
  while (!next.empty()) {
    Piece* piece = next.top();
    next.pop();
    visit(piece->item().text);
    piece->advance();
    if (piece->has_item()) next.push(piece);
  }
  pieces.clear();
  remove_pieces();
}

void ExternalSort::remove_pieces() {
  for (const fs::path& path : pieces_) {
    std::error_code ignored;
    fs::remove(path, ignored);
  }
  pieces_.clear();
}

}  // namespace srgconv::findings
