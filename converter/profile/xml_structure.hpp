// What elements XML documents are made of, and which of them is the record; internal to this room.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "profile/profile.hpp"
#include "xml/xml.hpp"

namespace srgconv::profile {

/// Walks documents of one kind; counts per path, whatever the size of the documents.
class XmlStructure : public xml::Handler {
 public:
  bool start_element(std::string_view namespace_uri, std::string_view local_name, const xml::Attributes& attributes, std::uint32_t line) override;
  bool end_element(std::string_view namespace_uri, std::string_view local_name) override;
  void text(std::string_view utf8) override;

  const std::string& root() const { return root_; }
  const std::string& namespace_uri() const { return namespace_; }

  /// Adds what another one counted in a document with the same root.
  void add(const XmlStructure& other);

  XmlShape shape() const;
  /// The format by which the records can be read; null when no element is a record. `left_out`: what no field can hold.
  std::shared_ptr<rules::Format> format(std::vector<std::string>& left_out) const;

 private:
  struct Node {
    std::uint64_t count = 0, filled = 0, most_in_parent = 0, with_elements = 0;
    bool attribute = false, foreign = false, text_beside_elements = false;
    std::size_t order = 0;
  };
  struct Open {
    std::string path;
    bool text = false, elements = false;
    std::map<std::string, std::uint64_t> children;
  };
  Node* node(const std::string& path);
  std::string record() const;

  static constexpr std::size_t most_paths = 2000;
  std::map<std::string, Node> nodes_;  // by path from the root on, attributes with `@`
  std::vector<Open> open_;
  std::string root_, namespace_;
  std::uint64_t qualified_ = 0, unqualified_ = 0;
  bool more_paths_ = false;
};

}  // namespace srgconv::profile
