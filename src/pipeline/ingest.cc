#include "pipeline/ingest.h"

#include <algorithm>
#include <future>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

#include "embed/embedder.h"
#include "ingest_into.h"
#include "reading.h"
#include "store/store.h"
#include "types/parallel.h"

namespace gainsay::pipeline {
namespace {

/// One report on its way from disk to the store.
struct Slot {
  std::optional<text::Document> document;
  std::vector<text::Sentence> sentences;
  std::vector<Claim> claims;
  Rows rows;
  std::optional<Error> error;
  bool held = false;  ///< the store has it already
};

void accept(Slot& slot, Result<text::Document> read) {
  if (read) {
    slot.document = std::move(*read);
  } else {
    slot.error = std::move(read).error();
  }
}

void fill(Slot& slot, const Reading& reading, embed::Embedder& embedder) {
  if (!slot.document || slot.held) return;
  slot.sentences = reading.splitter.split(*slot.document);
  slot.claims = reading.extractor.extract(*slot.document, slot.sentences);
  std::vector<std::string_view> texts;
  texts.reserve(slot.sentences.size());
  for (const text::Sentence& sentence : slot.sentences) {
    texts.push_back(text::readable(*slot.document, sentence));
  }
  slot.rows = embedder.embed(texts);
}

/// Marks what the store holds already. False when the store gives up.
bool look_up(Slot& slot, store::Store& store, const std::string& recipe, IngestResult& result) {
  if (!slot.document) return true;
  Result<bool> held = store.holds(slot.document->name(), slot.document->sha256(), recipe);
  if (!held) {
    result.fatal.push_back(std::move(held).error());
    return false;
  }
  slot.held = *held;
  return true;
}

/// Writes a filled slot; only whole reports reach the store. False when the store gives up.
bool keep(Slot& slot, store::Store& store, const std::string& recipe, IngestResult& result) {
  if (slot.error) {
    result.summary.errors.push_back(std::move(*slot.error));
    return true;
  }
  if (slot.held) {
    ++result.summary.unchanged;
    return true;
  }
  Result<store::Added> added =
      store.put(*slot.document, slot.sentences, slot.claims, slot.rows, recipe);
  if (!added) {
    result.fatal.push_back(std::move(added).error());
    return false;
  }
  switch (*added) {
    case store::Added::kNew:
      ++result.summary.added;
      break;
    case store::Added::kReplaced:
      ++result.summary.replaced;
      break;
    case store::Added::kUnchanged:
      ++result.summary.unchanged;
      break;
  }
  return true;
}

}  // namespace

IngestResult ingest_into(store::Store& store, const Reading& reading, const IngestOptions& options,
                         std::istream& standard_input) {
  IngestResult result;
  const std::string recipe_id = recipe(options.resources.rules, options.resources.model);
  const std::vector<std::filesystem::path> files = expand(options.paths, result.summary.errors);

  const unsigned jobs = std::max(1U, options.jobs);
  std::vector<embed::Embedder> embedders;
  for (unsigned i = 0; i < jobs; ++i) {
    Result<embed::Embedder> embedder = embed::Embedder::load(options.resources.model);
    if (!embedder) {
      result.fatal.push_back(std::move(embedder).error());
      return result;
    }
    embedders.push_back(std::move(*embedder));
  }

  std::vector<Slot> filled;  // waits to be written
  const auto write = [&] {
    return std::ranges::all_of(filled,
                               [&](Slot& slot) { return keep(slot, store, recipe_id, result); });
  };
  // Fills these while those before are written: a report is looked up by its own name, so that it
  // does not matter that they are not there yet.
  const auto store_all = [&](std::vector<Slot> slots) {
    for (Slot& slot : slots) {
      if (!look_up(slot, store, recipe_id, result)) return false;
    }
    std::future<bool> written = std::async(std::launch::async, write);
    in_parallel(slots.size(), jobs, [&](std::size_t i, std::size_t worker) {
      fill(slots[i], reading, embedders[worker]);
    });
    const bool usable = written.get();
    filled = std::move(slots);
    return usable;
  };

  if (std::ranges::find(options.paths, "-") != options.paths.end()) {
    std::string bytes((std::istreambuf_iterator<char>(standard_input)), {});
    std::vector<Slot> slots(1);
    accept(slots[0], ingest::read_bytes(options.stdin_name, std::move(bytes),
                                        ingest::format_of(options.stdin_name), reading.ingest));
    if (!store_all(std::move(slots)) || !write()) return result;
    filled.clear();  // a file may have the same name
  }

  // Batches bound the memory; within one, threads read and the store is written in file order.
  const std::size_t batch = std::size_t{32} * jobs;
  for (std::size_t begin = 0; begin < files.size(); begin += batch) {
    std::vector<Slot> slots(std::min(batch, files.size() - begin));
    in_parallel(slots.size(), jobs, [&](std::size_t i, std::size_t) {
      accept(slots[i], ingest::read_file(files[begin + i], reading.ingest));
    });
    if (!store_all(std::move(slots))) return result;
  }
  if (!write()) return result;
  std::ranges::sort(result.summary.errors, {},
                    [](const Error& e) { return std::tie(e.where, e.message); });
  return result;
}

IngestResult ingest(const IngestOptions& options, std::istream& standard_input) {
  IngestResult result;
  const std::optional<Reading> reading = load_reading(options.resources.rules, result.fatal);
  if (!reading) return result;
  Result<store::Store> store = store::Store::open(options.database);
  if (!store) {
    result.fatal.push_back(std::move(store).error());
    return result;
  }
  return ingest_into(*store, *reading, options, standard_input);
}

}  // namespace gainsay::pipeline
