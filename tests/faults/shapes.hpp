// Transitions that are right, of which planted faults break one thing at a time. Everybody in them is invented.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "markup.hpp"

namespace srgconv::faults {

/// A file of a submission. `bytes` is done to its text, in order, when it is written.
struct Document {
  std::string name;
  Element root;
  std::vector<std::function<std::string(std::string)>> bytes = {};
  std::string text() const;
};

/// What is handed to `verify`.
struct Submission {
  std::vector<Document> conversions, old_deliveries, new_deliveries, earlier = {};
};

/// An old provision and what it became; for one that only one side has, the other side is empty.
struct Link {
  std::string old_sender, old_id, new_sender, new_id;
};

/// One provision of every sort, for one fault to damage. A second fault damages another block.
struct Block {
  std::vector<Link> plain;  ///< go on as they were; three of them, of three persons, type 22 or 40
  Link changed;             ///< its start moves, as declared
  Link recoded;             ///< its type changes, as declared
  Link ended, ended_since, dropped;
  Link split;               ///< into new_id and new_id + "S"
  Link joined, joined_too;  ///< two of a person to one
  Link planned;             ///< ends long after the transition
  Link ending;              ///< ends in the first month under the new keys
  Link twin, other_twin;    ///< of one person, type and start; the other one has an end
  Link partial;             ///< the day of its start is unknown
  Link subsidy;             ///< wage-cost subsidy with wage value and work capacity
  Link late, started;       ///< new provisions: registered late, and started since
  Link staying, ended_own;  ///< of a sender that goes on with its numbers; empty in other shapes
};

struct Shape {
  std::string name, sentence;
  std::string reason, month, last_month, month_before;
  std::string neighbour;  ///< a sender that exists and has no part in it
  bool goes_on = false;   ///< new senders go on with their own numbers
  Submission clean;
  std::vector<Block> blocks;  ///< two
};

/// Change of software, merger of two with colliding numbers, a municipality that joins one that goes on, and one that is divided over two that go on.
const std::vector<Shape>& shapes();

/// A BSN of an invented person that passes the 11-test; another number, another person.
std::string bsn_of(int person);

Element leaf(std::string name, std::string text);
/// A delivery with nobody in it.
Document delivery(const std::string& sender, const std::string& month);
/// Adds a person with one provision. Facts as in a delivery; empty ones are left out.
struct Provision {
  std::string id, bsn, start, end, type, goal = "1", work_capacity = {}, wage_value = {};
};
void add_to(Document& delivery, const Provision& provision);

/// Sets every count in the head to what stands below it.
void recount(Document& document);

}  // namespace srgconv::faults
