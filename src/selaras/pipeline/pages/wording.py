"""
What the pages themselves say, in six languages.

Counts stand behind a colon, so that no language needs plural forms here.
"""

from dataclasses import dataclass

from selaras.languages import Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """
    The fixed words of a page in one language; ``{…}`` are filled in by the page.
    """

    notice: str
    read_original: str
    left_in_indonesian: str
    this_one_left: str
    show_original: str
    why_indonesian: str
    in_doubt: str
    this_one_in_doubt: str
    why_in_doubt: str
    doubt_mark: str
    close: str
    made_by: str
    all_articles: str
    languages: str
    skip: str


WORDING: dict[Tag, Wording] = {
    "id": Wording(
        notice=(
            "Ini naskah aslinya. Versi bahasa lain diterjemahkan secara otomatis "
            "oleh AI dari halaman ini."
        ),
        read_original="Baca naskah asli",
        left_in_indonesian="Kalimat yang dibiarkan dalam bahasa Indonesia: {n}.",
        this_one_left="Kalimat ini dibiarkan dalam bahasa Indonesia.",
        show_original="Tampilkan kalimat asli nomor {n}",
        why_indonesian="Mengapa kalimat {n} dibiarkan dalam bahasa Indonesia",
        in_doubt="Kalimat yang terjemahannya belum pasti benar, ditandai “?”: {n}.",
        this_one_in_doubt="Terjemahan kalimat ini belum pasti benar. Kalimat aslinya:",
        why_in_doubt=(
            "Terjemahan kalimat {n} belum pasti benar: tampilkan kalimat aslinya"
        ),
        doubt_mark="?",
        close="Tutup",
        made_by="Diterjemahkan oleh {engine} pada {time}.",
        all_articles="Semua artikel",
        languages="Bahasa",
        skip="Langsung ke artikel",
    ),
    "en": Wording(
        notice=(
            "This page was translated automatically by AI from Indonesian and has "
            "not been reviewed by a person. It may contain errors; the Indonesian "
            "original prevails."
        ),
        read_original="Read the Indonesian original",
        left_in_indonesian=(
            "Sentences shown in Indonesian because their translation did not pass "
            "our checks: {n}."
        ),
        this_one_left=(
            "Shown in Indonesian: the translation of this sentence did not pass our "
            "checks."
        ),
        show_original="Show the Indonesian of sentence {n}",
        why_indonesian="Why sentence {n} is in Indonesian",
        in_doubt="Sentences marked “?” because their translation is not certain: {n}.",
        this_one_in_doubt=(
            "This translation is not certain. The Indonesian sentence prevails:"
        ),
        why_in_doubt=(
            "The translation of sentence {n} is not certain: show the Indonesian"
        ),
        doubt_mark="?",
        close="Close",
        made_by="Translated by {engine} on {time}.",
        all_articles="All articles",
        languages="Language",
        skip="Skip to the article",
    ),
    "zh": Wording(
        notice=(
            "本页由人工智能从印尼语自动翻译，尚未经人工审校，可能存在错误；"
            "内容以印尼语原文为准。"
        ),
        read_original="阅读印尼语原文",
        left_in_indonesian="因译文未通过检查而以印尼语显示的句子：{n}句。",
        this_one_left="此句以印尼语显示：译文未通过检查。",
        show_original="显示第{n}句的印尼语原文",
        why_indonesian="第{n}句为何以印尼语显示",
        in_doubt="因译文不确定而标有“?”的句子：{n}句。",
        this_one_in_doubt="此句译文不确定，以印尼语原句为准：",
        why_in_doubt="第{n}句译文不确定：显示印尼语原文",
        doubt_mark="?",
        close="关闭",
        made_by="翻译引擎：{engine}。翻译时间：{time}。",
        all_articles="全部文章",
        languages="语言",
        skip="跳到正文",
    ),
    "ja": Wording(
        notice=(
            "このページはAIがインドネシア語から自動翻訳したもので、"
            "人による確認はまだ行われていません。"
            "誤りが含まれる可能性があり、インドネシア語の原文が優先されます。"
        ),
        read_original="インドネシア語の原文を読む",
        left_in_indonesian=(
            "訳文が検査を通らなかったため、インドネシア語で表示している文：{n}件。"
        ),
        this_one_left=(
            "訳文が検査を通らなかったため、この文はインドネシア語で表示しています。"
        ),
        show_original="{n}番目の文のインドネシア語原文を表示",
        why_indonesian="{n}番目の文をインドネシア語で表示している理由",
        in_doubt="訳文が確実でないため「?」を付けた文：{n}件。",
        this_one_in_doubt="この文の訳は確実ではありません。インドネシア語の原文が優先されます。",
        why_in_doubt="{n}番目の文の訳は確実ではありません：インドネシア語の原文を表示",
        doubt_mark="?",
        close="閉じる",
        made_by="翻訳エンジン：{engine}。翻訳日時：{time}。",
        all_articles="記事一覧",
        languages="言語",
        skip="本文へ移動",
    ),
    "ar": Wording(
        notice=(
            "تُرجمت هذه الصفحة آليًا من الإندونيسية بواسطة الذكاء الاصطناعي، ولم "
            "يراجعها إنسان بعد. قد تحتوي على أخطاء، والمرجع هو النص الإندونيسي الأصلي."
        ),
        read_original="اقرأ النص الإندونيسي الأصلي",
        left_in_indonesian=(
            "عدد الجمل المعروضة بالإندونيسية لأن ترجمتها لم تجتز فحوصنا: {n}."
        ),
        this_one_left="عُرضت هذه الجملة بالإندونيسية لأن ترجمتها لم تجتز فحوصنا.",
        show_original="أظهر الأصل الإندونيسي للجملة {n}",
        why_indonesian="لماذا عُرضت الجملة {n} بالإندونيسية",
        in_doubt="عدد الجمل المعلَّمة بعلامة «؟» لأن ترجمتها غير مؤكدة: {n}.",
        this_one_in_doubt="ترجمة هذه الجملة غير مؤكدة، والمرجع هو الجملة الإندونيسية:",
        why_in_doubt="ترجمة الجملة {n} غير مؤكدة: أظهر الأصل الإندونيسي",
        doubt_mark="؟",
        close="إغلاق",
        made_by="محرك الترجمة: {engine}. وقت الترجمة: {time}.",
        all_articles="جميع المقالات",
        languages="اللغة",
        skip="انتقل إلى المقال",
    ),
    "fr": Wording(
        notice=(
            "Cette page a été traduite automatiquement de l’indonésien par une IA et "
            "n’a pas été relue par un humain. Elle peut contenir des erreurs"
            "\N{NARROW NO-BREAK SPACE}; l’original indonésien fait foi."
        ),
        read_original="Lire l’original en indonésien",
        left_in_indonesian=(
            "Phrases affichées en indonésien parce que leur traduction n’a pas "
            "satisfait à nos contrôles\N{NO-BREAK SPACE}: {n}."
        ),
        this_one_left=(
            "Affichée en indonésien\N{NO-BREAK SPACE}: la traduction de cette phrase "
            "n’a pas satisfait à nos contrôles."
        ),
        show_original="Afficher l’original indonésien de la phrase {n}",
        why_indonesian="Pourquoi la phrase {n} est en indonésien",
        in_doubt=(
            "Phrases marquées «\N{NO-BREAK SPACE}?\N{NO-BREAK SPACE}» parce que "
            "leur traduction n’est pas certaine\N{NO-BREAK SPACE}: {n}."
        ),
        this_one_in_doubt=(
            "Cette traduction n’est pas certaine\N{NARROW NO-BREAK SPACE}; la "
            "phrase indonésienne fait foi\N{NO-BREAK SPACE}:"
        ),
        why_in_doubt=(
            "La traduction de la phrase {n} n’est pas certaine\N{NO-BREAK SPACE}: "
            "afficher l’indonésien"
        ),
        doubt_mark="?",
        close="Fermer",
        made_by="Traduite par {engine} le {time}.",
        all_articles="Tous les articles",
        languages="Langue",
        skip="Aller à l’article",
    ),
}
