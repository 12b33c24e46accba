// Keeps the last tree, and says in JSON what changed: the whole tree when nodes came or went, else the changed nodes.
// Runs in the event, not in the frame, so that the mirror is right without drawing.
#pragma once
#include <string>
#include <unordered_map>

#include "wasm-client/view/node.hpp"

namespace omnia::view {

// JSON of one node: {"id":n,"k":"field","label":…,"value":…,"children":[…]}; defaults are left out; `target` is the id.
std::string to_json(const Node& node);

class Publisher {
 public:
  // {"tree":{…}} or {"nodes":[{…without children…}]} or "" when nothing changed. Throws std::logic_error on a duplicate key
  // (a defect of the screen; the tests walk every screen).
  std::string publish(Node tree);
  [[nodiscard]] const Node& tree() const { return tree_; }
  // The node with that id; nullptr when it is not on the screen.
  [[nodiscard]] const Node* find(NodeId id) const;

 private:
  Node tree_;
  std::unordered_map<NodeId, const Node*> index_;
};

}  // namespace omnia::view
