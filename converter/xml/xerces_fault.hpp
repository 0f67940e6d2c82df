// What Xerces finds wrong with a document, told as our own diagnostics without any value of the document; internal to this room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "xml/xml.hpp"

namespace srgconv::xml {

/// The group of codes that a fault's number belongs to.
enum class FaultDomain { well_formedness, validity, value };

/// A fault as Xerces tells it. `text` is English and may quote values, which are personal data.
struct XercesFault {
  FaultDomain domain;
  unsigned int code;
  bool fatal;
  std::string text;
  std::uint32_t line, column;
};

/// Collects the faults of one document. Validity faults wait for the next event, which tells whether they are about the start tag that
/// follows (an attribute, an unknown element) or about the element that ends.
class FaultTeller {
 public:
  FaultTeller(std::string shown_name, Diagnostics& diagnostics, std::size_t most) : file_(std::move(shown_name)), diagnostics_(diagnostics), most_(most) {}

  void add(XercesFault fault);
  void open(std::string_view element);  ///< a start tag was read: the waiting faults are about it
  std::string_view close();             ///< an element ends: the waiting faults are about it; gives its name
  void closed();                        ///< the element has ended
  void end();                           ///< the document ends, or was left

  bool any() const { return any_; }
  bool full() const { return told_ >= most_; }
  /// How deep elements may be nested. Xerces looks up prefixes through all open elements, so that depth costs time squared.
  static constexpr std::size_t deepest = 1000;
  std::size_t depth() const { return starts_.size(); }
  void too_deep(std::uint32_t line);
  /// Bytes with which the document begins, to tell a DOCTYPE from other damage, and how to read it again, to find undecodable bytes.
  void document(std::string_view beginning, OpenDocument again);

 private:
  void tell_waiting(bool about_start_tag);
  void tell(const XercesFault& fault, bool about_start_tag);
  Diagnostic describe_fatal(const XercesFault& fault) const;
  Diagnostic describe(const XercesFault& fault, bool about_start_tag) const;
  std::string masked(std::string_view text) const;
  std::string current() const;

  std::string file_;
  Diagnostics& diagnostics_;
  std::size_t most_;
  std::size_t told_ = 0;
  bool any_ = false;
  std::string path_;                 // `Levering/Persoon/BSN`: names of the open elements
  std::vector<std::size_t> starts_;  // where each name begins in path_
  std::vector<XercesFault> waiting_;
  std::optional<XercesFault> fatal_;  // told last, when the beginning of the document is known
  std::string_view beginning_;
  OpenDocument again_;
};

}  // namespace srgconv::xml
