// Words of the page in both languages; what documents say is shown as it stands.
const WORDS = {
  zh: {
    find: "搜索机构、会议、文件、人物……（按 / ）",
    none: "没有找到",
    undo: "撤销",
    fit: "适合窗口",
    save: "存为图片",
    language: "English",
    kinds: "类型",
    relations: "关系",
    lines: "线条",
    manner: {
      stated: "原文直述",
      demanded: "要求或打算，未见完成",
      denied: "原文称未落实",
      derived: "由要点归并",
      reference: "参考数据或推得",
      doubtful: "疑似相同，未合并",
    },
    shown: (some, all) => (some === all ? `共 ${all} 个节点` : `显示 ${some} / ${all} 个节点`),
    more: (count) => `再显示 ${count} 个`,
    all: "全部显示",
    first: "回到开始",
    hint: "点一个节点或一条线，看它的事实和原文。",
    most: "联系最多的",
    paths: (count) => `最短路径 ${count} 条`,
    apart: "在已读的文件中，两者没有联系。",
    also: "又称",
    points: (count) => `要点（${count}）`,
    badge: (count) => `+${count} 项`,
    draw: "画进图中",
    undraw: "收起",
    targets: "目标",
    topics: "主题",
    mentioned: (count) => `提及它的文件（${count}）`,
    expand: (count) => `展开邻居（还有 ${count} 个）`,
    rest: (count) => `另有 ${count} 处`,
    links: (count) => `${count} 个联系`,
    via: (label) => `见要点“${label}”`,
    sourceless: "依参考数据或由其他事实推得",
    modality: { Demanded: "要求", Intended: "打算", Reported: "" },
    colon: "：",
  },
  en: {
    find: "Search agencies, meetings, policies, people … (press /)",
    none: "Nothing found",
    undo: "Undo",
    fit: "Fit",
    save: "Save picture",
    language: "中文",
    kinds: "Kinds",
    relations: "Relations",
    lines: "Lines",
    manner: {
      stated: "stated in the text",
      demanded: "demanded or intended only",
      denied: "stated not to be done",
      derived: "gathered from points",
      reference: "reference data or derived",
      doubtful: "alike, not merged",
    },
    shown: (some, all) => (some === all ? `${all} nodes` : `${some} of ${all} nodes`),
    more: (count) => `${count} more`,
    all: "Show all",
    first: "Back to start",
    hint: "Choose a node or a line to read its facts and their sentences.",
    most: "Most connected",
    paths: (count) => `Shortest paths: ${count}`,
    apart: "The documents read do not connect the two.",
    also: "Also called",
    points: (count) => `Points (${count})`,
    badge: (count) => `+${count}`,
    draw: "Draw them",
    undraw: "Fold",
    targets: "Targets",
    topics: "Topics",
    mentioned: (count) => `Mentioned in (${count})`,
    expand: (count) => `Expand neighbours (${count} more)`,
    rest: (count) => `${count} more`,
    links: (count) => (count === 1 ? "1 connection" : `${count} connections`),
    via: (label) => `by the point “${label}”`,
    sourceless: "from reference data or derived",
    modality: { Demanded: "demanded", Intended: "intended", Reported: "" },
    colon: ": ",
  },
};

let language = "zh";

/** Give a word or phrase of the page. */
function say(key, ...values) {
  const word = WORDS[language][key];
  return typeof word === "function" ? word(...values) : word;
}

/** Choose from a pair [zh, en]. */
function told(pair) {
  return pair[language === "en" ? 1 : 0];
}

/** Make an element; text is only ever text. */
function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === "class") made.className = value;
    else if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key.includes("-") || key === "role") made.setAttribute(key, value);
    else made[key] = value;
  }
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}
