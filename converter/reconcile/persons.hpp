// Brings the provisions of one person on both sides together, for millions of persons.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "reconcile/provisions.hpp"

namespace srgconv::reconcile {

/// A provision of a person, by its index on its side.
struct Member {
  std::uint32_t bsn = 0;
  std::uint32_t index = 0;
};

/// The provisions of these indices by BSN and then index, in linear time.
std::vector<Member> ordered_by_person(const Provisions& provisions, std::span<const std::uint32_t> indices);

/// Two sides whose persons are brought together. Both lists of members are ordered by person.
struct Sides {
  const Provisions& old;
  const Provisions& fresh;
  std::span<const Member> old_members, fresh_members;
};

/// Calls `visit` for every BSN that both sides know, in order, with its facts on both sides.
void for_each_person(const Sides& sides, const std::function<void(std::span<const Facts> old, std::span<const Facts> fresh)>& visit);

/// Divides the persons into pieces that can be worked on apart; one after the other they are the whole. Not more than `count`.
std::vector<Sides> in_pieces(const Sides& sides, std::size_t count);

}  // namespace srgconv::reconcile
