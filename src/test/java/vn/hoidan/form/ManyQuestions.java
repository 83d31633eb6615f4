package vn.hoidan.form;

/// A form of many questions to measure with: blocks of ten, each with a constraint, two conditions, a short list, a
/// filtered list, a multiple selection, a decimal, a date, a calculation and a note that shows an answer.
final class ManyQuestions {
    private static final int IN_A_BLOCK = 10;
    private static final int BLOCKS_IN_A_GROUP = 2;
    private static final int TOWNS = 20;

    private ManyQuestions() {
    }

    static String form(int questions) {
        int blocks = questions / IN_A_BLOCK;
        StringBuilder instance = new StringBuilder();
        StringBuilder binds = new StringBuilder();
        StringBuilder body = new StringBuilder();
        for (int block = 0; block < blocks; block++) {
            boolean first = block % BLOCKS_IN_A_GROUP == 0;
            boolean last = block % BLOCKS_IN_A_GROUP == BLOCKS_IN_A_GROUP - 1 || block == blocks - 1;
            int group = block / BLOCKS_IN_A_GROUP;
            String at = "/f/g" + group + "/b" + block;
            instance.append(first ? "<g" + group + ">" : "");
            for (int part = 0; part < IN_A_BLOCK; part++) {
                instance.append("<b").append(block).append("_").append(part).append("/>");
            }
            instance.append(last ? "</g" + group + ">" : "");
            binds.append(BINDS.replace("@", at + "_"));
            body.append(first ? "<group ref=\"/f/g" + group + "\"><label>Phần " + group + "</label>" : "");
            body.append(BODY.replace("@", at + "_").replace("#", String.valueOf(block)));
            body.append(last ? "</group>" : "");
        }
        return Forms.form(instance.toString(), towns(), binds.toString(), body.toString());
    }

    private static final String BINDS = """
            <bind nodeset="@0" type="int" required="true()" constraint=". &gt;= 0 and . &lt; 130"/>
            <bind nodeset="@1" type="string" relevant="@0 &gt; 15"/>
            <bind nodeset="@2" type="string" relevant="@0 &gt; 15 and @1 = '1'"/>
            <bind nodeset="@3" type="string"/>
            <bind nodeset="@4" type="string"/>
            <bind nodeset="@5" type="string"/>
            <bind nodeset="@6" type="decimal" constraint=". &gt;= 0"/>
            <bind nodeset="@7" type="date" constraint=". &lt;= today()"/>
            <bind nodeset="@8" type="string" calculate="@0 * 2 + count-selected(@5)"/>
            <bind nodeset="@9" type="string" readonly="true()"/>
            """;

    private static final String BODY = """
            <input ref="@0"><label>#.1. Tuổi</label></input>
            <select1 ref="@1"><label>#.2. Có</label><item><label>Có</label><value>1</value></item>
            <item><label>Không</label><value>2</value></item></select1>
            <input ref="@2"><label>#.3. Việc gì</label></input>
            <select1 ref="@3"><label>#.4. Vùng</label><item><label>Một</label><value>r1</value></item>
            <item><label>Hai</label><value>r2</value></item></select1>
            <select1 ref="@4"><label>#.5. Xã</label><itemset nodeset="instance('towns')/root/item[region = @3]">
            <value ref="name"/><label ref="label"/></itemset></select1>
            <select ref="@5"><label>#.6. Kênh</label><item><label>Loa</label><value>a</value></item>
            <item><label>Báo</label><value>b</value></item></select>
            <input ref="@6"><label>#.7. Thu nhập</label></input>
            <input ref="@7"><label>#.8. Ngày</label></input>
            <input ref="@9"><label>#.9. Người <output value="@0"/> tuổi</label></input>
            """;

    private static String towns() {
        StringBuilder towns = new StringBuilder("<instance id=\"towns\"><root>");
        for (int town = 0; town < TOWNS; town++) {
            towns.append("<item><name>t").append(town).append("</name><label>Xã ").append(town)
                    .append("</label><region>r").append(1 + town % 2).append("</region></item>");
        }
        return towns.append("</root></instance>").toString();
    }
}
