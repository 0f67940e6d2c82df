// The kinds of damage: what is done, and which check must find it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "shapes.hpp"

namespace srgconv::faults {

/// How the expected check tells of a fault.
enum class Told {
  violated,
  undecided,     ///< a signal: the files leave it open, and say so
  not_assessed,  ///< the check cannot be carried out, so nothing is accepted
  unusable,      ///< an input cannot be opened, there is no verdict at all
  nothing        ///< touches no judged fact
};

/// A submission while it is being damaged, with ways to find what stands in it. All throw std::out_of_range for what is not there.
struct Damage {
  const Shape& shape;
  const Block& block;  ///< the provisions to damage
  Submission& files;

  Document& conversion(const std::string& sender);
  Document& conversion_of(const Link& link);
  Element& record(const Link& link);
  Element& new_key(const Link& link) { return new_key(link, link.new_id); }
  Element& new_key(const Link& link, const std::string& new_id);
  Document& old_delivery(const std::string& sender) { return delivery_in(files.old_deliveries, sender, shape.last_month); }
  Document& new_delivery(const std::string& sender) { return delivery_in(files.new_deliveries, sender, shape.month); }
  /// The person of a provision in the last old or the first new delivery; each has one provision.
  Element& old_person(const Link& link) { return person(old_delivery(link.old_sender), link.old_id); }
  Element& new_person(const Link& link) { return person(new_delivery(link.new_sender), link.new_id); }
  Element& old_provision(const Link& link) { return old_person(link).at("Voorziening"); }
  Element& new_provision(const Link& link) { return new_person(link).at("Voorziening"); }
  /// The head of the first conversion file, or of the block's own.
  Element& head() { return conversion_of(block.plain[0]).root.at("Kop"); }
  /// The numbering of new keys.
  std::string new_numbering() { return new_key(block.plain[0]).value("Nummering"); }

  void remove_record(const Link& link);
  void remove_old(const Link& link) { remove_person(old_delivery(link.old_sender), link.old_id); }
  void remove_new(const Link& link) { remove_person(new_delivery(link.new_sender), link.new_id); }
  /// Takes the new keys of a record away and gives it another relation, with an explanation where one is needed.
  void unlink(const Link& link, const std::string& relation);
  void recount_all();

 private:
  static Document& delivery_in(std::vector<Document>& side, const std::string& sender, const std::string& month);
  static Element& person(Document& delivery, const std::string& id);
  static void remove_person(Document& delivery, const std::string& id);
};

struct Kind {
  std::string name, sentence;
  std::string check;  ///< the code of the check that must find it; empty when nothing must
  Told told = Told::violated;
  std::function<void(Damage&)> apply;
  std::vector<std::string> shapes = {};  ///< the shapes it fits; empty: all
  std::string reason = {};               ///< why it does not fit the others, or why nothing is told
  bool readable = true;                  ///< the other checks can still be carried out
};

const std::vector<Kind>& catalogue();

// What the catalogue is put together from, by what is damaged.
std::vector<Kind> kinds_of_keys();
std::vector<Kind> kinds_of_facts();
std::vector<Kind> kinds_of_records();
std::vector<Kind> kinds_of_heads();
std::vector<Kind> kinds_of_files();
std::vector<Kind> kinds_of_deliveries();
std::vector<Kind> kinds_of_earlier_files();
std::vector<Kind> kinds_of_content();
std::vector<Kind> kinds_that_harm_nothing();

/// The date a number of days later; whole dates only.
std::string days_later(const std::string& yyyymmdd, int days);
std::string month_later(const std::string& yyyymm, int months);
/// With month and day changed places.
std::string month_and_day_swapped(const std::string& yyyymmdd);
/// A text with the first occurrence replaced. Throws std::out_of_range when there is none.
std::string replaced(std::string text, const std::string& what, const std::string& by);
/// Replaces in the written text of a document, after all that is done to its tree.
void in_text(Document& document, const std::string& what, const std::string& by);

}  // namespace srgconv::faults
