#include "archive.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <string_view>

namespace gainsay::bench {
namespace {

/// The same numbers from every standard library.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  std::uint64_t below(std::uint64_t count) { return engine_() % count; }
  std::uint64_t between(std::uint64_t low, std::uint64_t high) {
    return low + below(high - low + 1);
  }
  double share() { return static_cast<double>(engine_() >> 11) / 9007199254740992.0; }
  bool with(double probability) { return share() < probability; }
  /// Rank below `count`, rank r with a weight of 1 / (r + 1).
  std::uint64_t zipf(std::uint64_t count) {
    const double drawn = std::pow(static_cast<double>(count) + 1, share()) - 1;
    return std::min(count - 1, static_cast<std::uint64_t>(drawn));
  }
  template <class List>
  const auto& one_of(const List& list) {
    return list[below(std::size(list))];
  }

 private:
  std::mt19937_64 engine_;
};

/// A figure of an event: between low and high when it is first told, and how it is told.
struct Slot {
  std::uint32_t low;
  std::uint32_t high;
  std::array<std::string_view, 4> wordings;
};
struct Kind {
  std::string_view headline;
  std::array<Slot, 8> slots;
};

constexpr std::array<Kind, 8> kKinds = {{
    {"Earthquake near {place}",
     {{{3,
        300,
        {"The earthquake killed {n} people in {place}, officials said.",
         "At least {n} people were killed when the quake struck {place}.",
         "{n} people died in the earthquake, {org} said.",
         "The death toll of the quake stands at {n}, according to {org}."}},
       {20,
        2000,
        {"{n} people were injured in {place}, {org} said.", "Another {n} people were injured.",
         "Hospitals in {place} treated {n} injured people.",
         "More than {n} people were hurt, {person} said."}},
       {3,
        90,
        {"{n} people are still missing in {place}.", "{org} said {n} people were missing.",
         "At least {n} people remain missing.",
         "{n} villagers are missing, {person} told reporters."}},
       {40,
        9000,
        {"The quake destroyed {n} houses.", "{n} houses were destroyed around {place}.",
         "{org} counted {n} destroyed houses.", "Some {n} homes were destroyed, {person} said."}},
       {300,
        20000,
        {"{n} people were evacuated from {place}.", "{org} evacuated {n} residents.",
         "About {n} residents were evacuated.", "Officials evacuated {n} people."}},
       {3,
        60,
        {"Rescuers pulled {n} people from the rubble.", "{n} people were rescued from the ruins.",
         "{org} said {n} people had been rescued.", "{n} survivors were rescued in {place}."}},
       {100,
        4000,
        {"{org} sent {n} soldiers to {place}.", "{n} troops were deployed to {place}.",
         "The army deployed {n} troops.", "{n} soldiers arrived in {place} on Tuesday."}},
       {2,
        90,
        {"Repairs will cost ${n} million, {org} said.", "{org} put the damage at ${n} million.",
         "The government promised ${n} million in aid.",
         "Aid of ${n} million was pledged, {person} said."}}}}},
    {"Fire at {org} in {place}",
     {{{2,
        60,
        {"The fire killed {n} people.", "{n} people died in the fire in {place}.",
         "At least {n} people were killed in the blaze, {org} said.",
         "The death toll of the fire rose to {n}."}},
       {3,
        200,
        {"{n} people were injured in the fire.", "{org} said {n} workers were injured.",
         "The blaze injured {n} people.", "{n} people were taken to hospital in {place}."}},
       {20,
        300,
        {"{n} firefighters fought the blaze.", "{org} sent {n} firefighters to {place}.",
         "Some {n} firefighters were at the scene.",
         "{n} firefighters needed the night, {person} said."}},
       {2,
        20,
        {"The fire burned for {n} hours.", "It took {n} hours to put out the fire.",
         "The blaze was out after {n} hours, {org} said.", "Firefighters worked for {n} hours."}},
       {50,
        4000,
        {"{n} people were evacuated.", "{org} evacuated {n} residents of {place}.",
         "About {n} residents were evacuated from {place}.", "Police evacuated {n} people."}},
       {2,
        40,
        {"{n} people are missing.", "{org} said {n} workers were missing.",
         "{n} people remain missing, {person} said.", "{n} people were missing in {place}."}},
       {1,
        80,
        {"The damage is put at ${n} million.", "{org} put the loss at ${n} million.",
         "The fire caused ${n} million in damage.",
         "Damage of ${n} million was reported in {place}."}},
       {2,
        90,
        {"The fire destroyed {n} buildings.", "{n} buildings were destroyed in {place}.",
         "{org} said {n} buildings burned down.", "{n} houses were destroyed by the fire."}}}}},
    {"Workers at {org} walk out",
     {{{200,
        9000,
        {"{n} workers went on strike in {place}.", "{org} said {n} workers joined the strike.",
         "Some {n} workers walked out on Monday.", "{n} employees of {org} stopped work."}},
       {2,
        30,
        {"The strike lasted {n} days.", "The workers have been on strike for {n} days.",
         "The walkout is in its second week after {n} days.",
         "{n} days of strike cost {org} dearly."}},
       {2,
        12,
        {"The union asks for a raise of {n} percent.", "Workers want {n} percent more pay.",
         "{person} asked for {n} percent more.", "The union wants {n} percent, {org} said."}},
       {1,
        60,
        {"The strike costs {org} ${n} million a day.", "{org} lost ${n} million.",
         "Losses came to ${n} million, {person} said.", "{org} said it lost ${n} million."}},
       {300,
        9000,
        {"{n} people marched through {place}.", "Police counted {n} marchers in {place}.",
         "Some {n} demonstrators gathered in {place}.", "{n} people took part, {org} said."}},
       {3,
        80,
        {"Police arrested {n} people.", "{n} people were arrested in {place}.",
         "{n} demonstrators were arrested, {org} said.", "Police in {place} detained {n} people."}},
       {2,
        40,
        {"{n} flights were cancelled.", "{org} cancelled {n} trains.",
         "{n} trains were cancelled on Monday.", "The strike closed {n} schools."}},
       {3,
        60,
        {"{n} people were injured in clashes.", "{n} police officers were injured.",
         "Clashes in {place} injured {n} people.", "{org} said {n} people were hurt."}}}}},
    {"{person} on trial in {place}",
     {{{2,
        40,
        {"{person} was sentenced to {n} years in prison.",
         "A court in {place} sentenced {person} to {n} years.",
         "Prosecutors asked for {n} years in prison.",
         "{person} faces up to {n} years in prison."}},
       {2,
        60,
        {"{person} faces {n} counts of fraud.", "{person} was charged with {n} counts of theft.",
         "Prosecutors filed {n} charges.", "The indictment lists {n} counts, {org} said."}},
       {18,
        80,
        {"{person}, {n}, denied the charges.", "{person}, {n}, appeared in court in {place}.",
         "The defendant is {n} years old.", "{person}, {n}, said nothing in court."}},
       {1,
        90,
        {"{person} stole ${n} million from {org}.", "{org} lost ${n} million.",
         "The fraud was worth ${n} million, prosecutors said.",
         "{org} seeks ${n} million in damages."}},
       {3,
        60,
        {"The court heard {n} witnesses.", "{n} witnesses were called by {org}.",
         "Prosecutors called {n} witnesses in {place}.", "{n} witnesses spoke on Tuesday."}},
       {2,
        60,
        {"The trial lasted {n} days.", "The trial will last {n} weeks, {org} said.",
         "Jurors talked for {n} hours.", "The hearing lasted {n} hours."}},
       {2,
        30,
        {"Police arrested {n} people.", "{n} suspects were arrested in {place}.",
         "{org} said {n} people were arrested.", "{n} men were detained in {place}."}},
       {50,
        900,
        {"A fine of ${n},000 was imposed.", "The court fined {org} ${n},000.",
         "Bail was set at ${n},000.", "{person} was released on ${n},000 bail."}}}}},
    {"{org} to buy rival",
     {{{2,
        90,
        {"{org} will pay ${n} billion for its rival.", "The deal is worth ${n} billion.",
         "{org} agreed to a takeover worth ${n} billion.",
         "The price is ${n} billion, {person} said."}},
       {2,
        60,
        {"Shares of {org} rose {n} percent.", "The shares fell {n} percent in {place}.",
         "{org} gained {n} percent.", "Its shares lost {n} percent on Monday."}},
       {200,
        9000,
        {"{org} will cut {n} jobs.", "{n} jobs will be lost in {place}.",
         "{person} said {n} jobs would go.", "The merger costs {n} jobs."}},
       {1000,
        60000,
        {"{org} has {n} employees.", "The company employs {n} people in {place}.",
         "Together they have {n} employees.", "{org} employs {n} people."}},
       {2,
        40,
        {"Sales rose {n} percent.", "Revenue of {org} grew {n} percent.",
         "Profit rose {n} percent, {org} said.", "Profit fell {n} percent last year."}},
       {10,
        900,
        {"{org} made a profit of ${n} million.", "Profit came to ${n} million.",
         "{org} earned ${n} million.", "The loss came to ${n} million."}},
       {3,
        90,
        {"{org} will close {n} stores.", "{n} stores in {place} will close.",
         "{person} said {n} plants would close.", "{n} factories will be closed."}},
       {2,
        24,
        {"The talks lasted {n} months.", "The deal will close in {n} months.",
         "{person} and {person2} talked for {n} hours.", "The talks took {n} weeks."}}}}},
    {"Rebels attack {place}",
     {{{3,
        200,
        {"Rebels killed {n} soldiers near {place}.", "{n} soldiers were killed in the attack.",
         "At least {n} people were killed in {place}.", "{org} said {n} people died."}},
       {4,
        400,
        {"{n} people were wounded.", "The attack wounded {n} people.",
         "{n} soldiers were wounded in {place}.", "{org} said {n} people were injured."}},
       {30,
        900,
        {"{n} rebels took part in the attack.", "Some {n} fighters attacked {place}.",
         "{n} gunmen attacked at dawn.", "{org} counted {n} attackers."}},
       {2,
        60,
        {"The rebels took {n} hostages.", "{n} hostages were held in {place}.",
         "{n} people were taken hostage.", "{org} said {n} hostages were freed."}},
       {500,
        60000,
        {"{n} people fled {place}.", "{n} residents have fled the fighting.",
         "{org} said {n} people were displaced.", "The fighting displaced {n} people."}},
       {1000,
        20000,
        {"The army sent {n} troops.", "{n} troops were sent to {place}.",
         "{person} ordered {n} soldiers to {place}.", "{n} soldiers were deployed."}},
       {2,
        30,
        {"The fighting lasted {n} hours.", "The siege went on for {n} days.",
         "A ceasefire of {n} days was agreed.", "{person} met {person2} for {n} hours."}},
       {3,
        80,
        {"{n} rebels were captured.", "Police arrested {n} suspects in {place}.",
         "{n} people were arrested.", "{org} said {n} fighters were arrested."}}}}},
    {"{person} wins vote in {place}",
     {{{20,
        79,
        {"{person} won {n} percent of the vote.", "{person} got {n} percent in {place}.",
         "With most votes counted {person} had {n} percent.", "{person} leads with {n} percent."}},
       {20,
        79,
        {"Turnout was {n} percent.", "Turnout reached {n} percent, {org} said.",
         "{n} percent of voters took part.", "{org} put turnout at {n} percent."}},
       {20,
        300,
        {"The party won {n} seats.", "{person}'s party won {n} seats.",
         "{org} won {n} seats in parliament.", "The opposition has {n} seats."}},
       {2,
        40,
        {"{n} parties took part.", "There were {n} candidates.", "{n} candidates ran in {place}.",
         "{org} admitted {n} parties."}},
       {200,
        9000,
        {"{n} observers watched the vote.", "{org} sent {n} observers.",
         "Some {n} observers were in {place}.", "{n} police officers guarded polling stations."}},
       {3,
        90,
        {"Police arrested {n} people.", "{n} people were arrested in {place}.",
         "{org} said {n} people were arrested.", "{n} protesters were detained."}},
       {300,
        90000,
        {"{n} people gathered in {place}.", "{n} supporters celebrated in {place}.",
         "Some {n} people marched.", "Police counted {n} demonstrators."}},
       {2,
        30,
        {"{n} people were injured.", "{n} people were injured in clashes in {place}.",
         "Clashes left {n} people injured.", "{org} said {n} people were hurt."}}}}},
    {"Storm hits {place}",
     {{{2,
        200,
        {"The storm killed {n} people.", "At least {n} people died in the storm.",
         "{n} people drowned in {place}.", "The storm has killed {n} people, {org} said."}},
       {60,
        260,
        {"Winds reached {n} kilometres an hour.", "The storm brought winds of {n} km/h to {place}.",
         "{org} measured gusts of {n} km/h.", "Winds of {n} kilometres per hour hit {place}."}},
       {500,
        90000,
        {"{n} homes were without power.", "{n} households in {place} had no power.",
         "{org} said {n} customers lost power.", "Power was out in {n} homes."}},
       {400,
        60000,
        {"{n} people were evacuated.", "{org} evacuated {n} people from {place}.",
         "About {n} residents were evacuated.", "{n} people left their homes in {place}."}},
       {20,
        9000,
        {"The storm destroyed {n} houses.", "{n} houses were destroyed in {place}.",
         "{org} counted {n} damaged houses.", "The flood damaged {n} homes."}},
       {2,
        90,
        {"{n} people are missing.", "{n} fishermen are missing off {place}.",
         "{org} said {n} people were missing.", "At least {n} people remain missing."}},
       {2,
        90,
        {"Damage was put at ${n} million.", "{org} put the damage at ${n} million.",
         "The storm caused ${n} million in damage.", "Insurers expect to pay ${n} million."}},
       {3,
        90,
        {"Rescuers saved {n} people.", "{n} people were rescued by boat.",
         "{org} rescued {n} people in {place}.", "{n} people were rescued from roofs."}}}}},
}};

constexpr std::array kQuotes = {
    std::string_view(
        "\"We {w} the {w} and the {w} of {w}, and {w} the {w} again,\" {person} said."),
    std::string_view(
        "\"The {w} {w} without {w} or {w}, and nobody {w} it,\" {person} told reporters."),
    std::string_view("{person} said the {w} would {w} the {w} of the {w} before the {w}."),
    std::string_view("{person}, a spokesman for {org}, said the {w} {w} was under {w} of the {w}."),
    std::string_view("\"A {w} will {w} until {w} and {w} {w} it,\" said {person} of {org}."),
    std::string_view("{org} said the {w} had nothing to do with the {w} {w}."),
};
constexpr std::array kFillers = {
    std::string_view(
        "The {w} on the edge of {place} has {w} a {w} of {w} for as long as anyone {w}."),
    std::string_view("People in the {w} spoke of {w} and of the long {w} that {w} before them."),
    std::string_view("Along the {w} shops {w}, and the {w} stood {w} in the {w}."),
    std::string_view("Neither {org} nor the town has {w} for what {w}, and a {w} is far from {w}."),
    std::string_view("For {place} it is no {w}, and many {w} that the {w} will {w} the {w}."),
    std::string_view("A {w} near the {w} was {w} while the {w} went on with its {w}."),
    std::string_view("Those who know {person} speak of a quiet {w} who {w} away from every {w}."),
    std::string_view("By then the {w} was {w}, though the {w} smelled of {w} and {w}."),
    std::string_view("The {w} and the {w} of the {w} {w} behind closed {w}."),
};

constexpr std::array kSources = {
    std::string_view("Harbour Post"),     std::string_view("Evening Lantern"),
    std::string_view("Capital Standard"), std::string_view("Northern Wire"),
    std::string_view("Lenn Courier"),     std::string_view("Morning Ledger"),
    std::string_view("Gulf Observer"),    std::string_view("Valley Times"),
    std::string_view("Tamra Herald"),     std::string_view("Union Press"),
    std::string_view("Daily Beacon"),     std::string_view("Carrow Mirror"),
};

constexpr std::array kSyllables = {
    std::string_view("ba"),  std::string_view("ke"),  std::string_view("lo"),
    std::string_view("mar"), std::string_view("ni"),  std::string_view("ro"),
    std::string_view("sel"), std::string_view("ta"),  std::string_view("ven"),
    std::string_view("dor"), std::string_view("gal"), std::string_view("hu"),
    std::string_view("jen"), std::string_view("pol"), std::string_view("run"),
    std::string_view("wes"),
};

/// Three syllables for each of 4,096 numbers, four above.
std::string word_of(std::uint64_t number) {
  std::string out;
  for (int i = 0; i < 3 || number > 0; ++i) {
    out += kSyllables[number % kSyllables.size()];
    number /= kSyllables.size();
  }
  return out;
}
std::string name_of(std::uint64_t number, std::string_view ending) {
  std::string out = word_of(number) + std::string(ending);
  out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

constexpr std::uint64_t kPlaces = 3000;
constexpr std::uint64_t kPeople = 20'000;
constexpr std::uint64_t kOrganisations = 2000;
constexpr std::uint64_t kWords = 30'000;
constexpr std::uint64_t kStoryWords = 60;
constexpr int kDays = 3 * 365;
constexpr double kCopy = 0.3;          // reports that copy another of their story
constexpr std::size_t kMainSlots = 3;  // of which a pair is planted

std::string person_of(Dice& dice) {
  return name_of(dice.zipf(200), "o") + " " + name_of(dice.zipf(kPeople), "sen");
}
std::string organisation_of(Dice& dice) {
  constexpr std::array kForms = {std::string_view(" Group"), std::string_view(" Institute"),
                                 std::string_view(" Council"), std::string_view(" Bank")};
  return "the " + name_of(dice.zipf(kOrganisations), "ia") + std::string(dice.one_of(kForms));
}

struct Sentence {
  std::string text;
  int slot = -1;
};

struct Story {
  const Kind* kind = nullptr;
  int first_day = 0;
  std::vector<std::string> places, people, organisations, words;
  std::array<std::uint32_t, 8> values{};
};

Story story_of(Dice& dice) {
  Story out;
  out.kind = &dice.one_of(kKinds);
  out.first_day = static_cast<int>(dice.below(kDays));
  for (int i = 0; i < 3; ++i)
    out.places.push_back(name_of(dice.zipf(kPlaces), "ville"));
  for (int i = 0; i < 6; ++i)
    out.people.push_back(person_of(dice));
  for (int i = 0; i < 4; ++i)
    out.organisations.push_back(organisation_of(dice));
  for (std::uint64_t i = 0; i < kStoryWords; ++i)
    out.words.push_back(word_of(dice.zipf(kWords)));
  for (std::size_t i = 0; i < out.values.size(); ++i)
    out.values[i] =
        static_cast<std::uint32_t>(dice.between(out.kind->slots[i].low, out.kind->slots[i].high));
  return out;
}

std::string filled(std::string_view pattern, const Story& story, std::uint32_t number, Dice& dice) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    if (pattern[at] != '{') {
      out += pattern[at++];
      continue;
    }
    const std::size_t end = pattern.find('}', at);
    const std::string_view field = pattern.substr(at + 1, end - at - 1);
    std::string value;
    if (field == "n") {
      value = std::to_string(number);
    } else if (field == "place") {
      value = story.places[dice.zipf(story.places.size())];
    } else if (field == "person") {
      value = story.people[dice.zipf(story.people.size())];
    } else if (field == "person2") {
      value = story.people.back();
    } else if (field == "org") {
      value = story.organisations[dice.zipf(story.organisations.size())];
    } else {
      value = dice.with(0.7) ? dice.one_of(story.words) : word_of(dice.zipf(kWords));
    }
    if (out.empty() && value[0] >= 'a') value[0] = static_cast<char>(value[0] - 'a' + 'A');
    out += value;
    at = end + 1;
  }
  return out;
}

/// What is told of a slot at so many days into the story: figures grow, and some report another.
std::uint32_t told(const Story& story, std::size_t slot, int day, Dice& dice) {
  const std::uint32_t value = story.values[slot];
  const auto grown = value + value * static_cast<std::uint32_t>(day) / 20;
  return dice.with(0.05) ? grown + 1 + static_cast<std::uint32_t>(dice.below(value / 10 + 3))
                         : grown;
}

Sentence slot_sentence(const Story& story, std::size_t slot, int day, Dice& dice) {
  return {filled(dice.one_of(story.kind->slots[slot].wordings), story, told(story, slot, day, dice),
                 dice),
          static_cast<int>(slot)};
}

std::size_t words_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
}

std::vector<Sentence> written(const Story& story, int day, std::uint32_t words, Dice& dice) {
  std::vector<Sentence> out;
  std::size_t count = 0;
  const auto add = [&](Sentence sentence) {
    count += words_in(sentence.text);
    out.push_back(std::move(sentence));
  };
  for (std::size_t slot = 0; slot < story.kind->slots.size(); ++slot) {
    if (slot < kMainSlots || dice.with(0.75)) add(slot_sentence(story, slot, day, dice));
  }
  while (count < words) {
    const std::uint64_t what = dice.below(5);
    if (what == 0) {
      add(slot_sentence(story, dice.below(story.kind->slots.size()), day, dice));
    } else {
      add({filled(what < 3 ? dice.one_of(kQuotes) : dice.one_of(kFillers), story, 0, dice), -1});
    }
  }
  return out;
}

std::string date_of(int day) {
  constexpr std::array kMonths = {"January",   "February", "March",    "April",
                                  "May",       "June",     "July",     "August",
                                  "September", "October",  "November", "December"};
  // Months of 28 days: no calendar is needed, and every date exists.
  const int month = day / 28;
  return std::to_string(day % 28 + 1) + " " + kMonths[static_cast<std::size_t>(month % 12)] + " " +
         std::to_string(2030 + month / 12);
}

std::string printed(const Story& story, const std::vector<Sentence>& sentences, int day,
                    std::string_view source, Dice& dice) {
  std::string out = filled(story.kind->headline, story, 0, dice) +
                    "\nSource: " + std::string(source) +
                    "\nDate: " + date_of(story.first_day + day) + "\n\n";
  for (std::size_t i = 0; i < sentences.size(); ++i)
    out += sentences[i].text + ((i + 1) % 3 == 0 ? "\n\n" : "\n");
  return out;
}

/// Sizes of 5 to 200, the weight of a size falling with its square: a mean of about 15.
std::uint32_t story_size(Dice& dice) {
  const double size = 5 / (1 - dice.share() * (1 - 5.0 / 200));
  return static_cast<std::uint32_t>(size);
}

const std::string& of_slot(const std::vector<Sentence>& sentences, std::size_t slot) {
  return std::ranges::find(sentences, static_cast<int>(slot), &Sentence::slot)->text;
}

}  // namespace

std::vector<Planted> make_archive(const ArchiveOptions& options,
                                  const std::function<void(const MadeReport&)>& each) {
  Dice dice(options.seed);
  std::vector<Planted> planted;
  for (std::uint32_t made = 0; made < options.reports;) {
    const Story story = story_of(dice);
    const std::uint32_t size = std::min(story_size(dice), options.reports - made);
    struct Written {
      std::string name;
      std::vector<Sentence> sentences;
    };
    std::vector<Written> reports;
    for (std::uint32_t i = 0; i < size; ++i) {
      const int day = static_cast<int>(i * 14 / std::max(size, 1U));
      std::string number = std::to_string(made++);
      Written report{
          "r" + std::string(7 - std::min<std::size_t>(7, number.size()), '0') + number + ".txt",
          {}};
      if (i > 0 && dice.with(kCopy)) {
        report.sentences = reports[dice.below(i)].sentences;
        for (int k = 0; k < 3; ++k) {
          Sentence& changed =
              report.sentences[kMainSlots + dice.below(report.sentences.size() - kMainSlots)];
          changed = {filled(dice.one_of(kFillers), story, 0, dice), -1};
        }
      } else {
        report.sentences = written(story, day, options.words, dice);
      }
      each({report.name, printed(story, report.sentences, day, dice.one_of(kSources), dice)});
      reports.push_back(std::move(report));
    }
    for (std::size_t slot = 0; slot < kMainSlots && size > 1; ++slot) {
      const std::size_t a = dice.below(size - 1);
      const std::size_t b = a + 1 + dice.below(size - 1 - a);
      planted.push_back({reports[a].name, of_slot(reports[a].sentences, slot), reports[b].name,
                         of_slot(reports[b].sentences, slot)});
    }
  }
  return planted;
}

std::string make_draft(const ArchiveOptions& options, std::uint32_t words) {
  // The story of the draft is one that the archive has: the first, whose draws come first.
  Dice dice(options.seed);
  const Story story = story_of(dice);
  Dice other(options.seed + 1);
  return printed(story, written(story, 2, words, other), 2, "Draft Desk", other);
}

}  // namespace gainsay::bench
