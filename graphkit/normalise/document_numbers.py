"""How a document's number is written (GB/T 9704-2012, 7.2.5), with the forms of older and of careless papers."""

_YEAR = r"[〔\[（(【](?:\d{4}|\d{2})[〕\]）)】]"
# The year outside the brackets, 发2015〔3〕号, or without any behind the kind of paper, 函2012-35号, 国办发2012年12号.
_BARE_YEAR = (
    r"(?<!\d)(?:19|20)\d{2}(?:〔\d{1,4}〕|\[\d{1,4}\]|（\d{1,4}）)号|(?<=[发办函字文])(?:19|20)\d{2}-\d{1,4}号"
    r"|(?<=[办政委党厅府组局教财农][发函字])(?:19|20)\d{2}年第?\d{1,4}号"
)
# What stands behind the letters: 〔2021〕5号, [1998]文12号, 〔2003〕第7号.
SERIAL = rf"(?:{_YEAR}[文字令]?第?\d{{1,6}}号|{_BARE_YEAR})"
# The year before the letters, as courts and bureaus wrote it: 〔57〕某法研字第12号.
YEAR_FIRST = r"[〔\[（(](?:19|20)?\d{2}[〕\]）)][一-鿿]{1,9}(?:（[一-鿿]{1,4}）)?字?第?\d{1,5}号"
# The number of an order where 令 stands behind it: 第3号令.
ORDER_SERIAL = r"第[一二三四五六七八九十百〇零\d]{1,6}号令"
